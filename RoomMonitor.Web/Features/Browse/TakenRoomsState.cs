using Fluxor;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>What the database says of a slot that lies beyond the board; read anew as often as the board is.</summary>
[FeatureState]
public sealed record TakenRoomsState
{
    private TakenRoomsState()
    {
    }

    /// <summary>Null while nobody asks.</summary>
    public TimeSlot? Asked { get; init; }

    /// <summary>The latest answer, perhaps to an earlier question.</summary>
    public TakenRooms? Rooms { get; init; }

    public bool HasFailed { get; init; }
}
