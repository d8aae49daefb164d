using RoomMonitor.Domain.Activity;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.Activity;

/// <summary>
/// A change of one of the user's own reservations, of a room that they watch, or of any for an administrator who asks for it. A reservation that moves to another room is told
/// once for each of the two rooms, as on the board.
/// </summary>
public sealed record UserActivity(RoomChange Change)
{
    /// <summary>The reservation is the user's.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The user changed it themselves, here or elsewhere.</summary>
    public bool IsByUser { get; init; }

    /// <summary>The user watches the room.</summary>
    public bool IsWatched { get; init; }

    /// <summary>The user, an administrator, wants to be told of everything on the campus.</summary>
    public bool IsOfCampus { get; init; }

    /// <summary>How an own reservation stood before; null for a new one and for others'.</summary>
    public ReservationFacts? Earlier { get; init; }
}
