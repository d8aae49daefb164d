using System.Collections.Immutable;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>What holds a room within some times was read from the database.</summary>
/// <param name="FirstDay">Of the week that was asked for.</param>
public sealed record RoomCalendarRead(int RoomId, DateOnly FirstDay, ImmutableArray<TimeSlot> Slots, ImmutableArray<CalendarEntry> Entries);
