using System.Collections.Immutable;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>Who else is on a room's page, as one of its viewers is told: a number, no names.</summary>
/// <param name="Others">How many others look at the room.</param>
/// <param name="Picks">The slots that others are about to book, by start.</param>
public sealed record RoomPresenceView(int Others, ImmutableArray<TimeSlot> Picks);
