using System.Collections.Immutable;
using Fluxor;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>What others do on the page of the room that is open here.</summary>
[FeatureState]
public sealed record PresenceState
{
    private PresenceState()
    {
    }

    /// <summary>0 while no room's page is open.</summary>
    public int RoomId { get; init; }

    public int Others { get; init; }

    /// <summary>The slots that others are about to book, by start.</summary>
    public ImmutableArray<TimeSlot> Picks { get; init; } = [];
}
