using System.Collections.Immutable;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>Others came to a room's page, left it, or are about to book a slot, or no more.</summary>
public sealed record PresenceChanged(int RoomId, int Others, ImmutableArray<TimeSlot> Picks);
