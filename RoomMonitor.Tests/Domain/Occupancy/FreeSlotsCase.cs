using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Domain.Occupancy;

/// <summary>A schedule, and what is asked of it.</summary>
public sealed record FreeSlotsCase(ScheduleCase Schedule, TimeSlot Asked, DateTime Earliest, int Days);
