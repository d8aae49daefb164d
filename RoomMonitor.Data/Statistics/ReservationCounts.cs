namespace RoomMonitor.Data.Statistics;

/// <summary>Figures over all reservations; cancelled ones never count.</summary>
/// <param name="Total">All there are.</param>
/// <param name="Today">Those that overlap the campus day.</param>
/// <param name="UpcomingWeek">Those that start within the next seven days.</param>
/// <param name="AverageAttendees">Of all; 0 where there is none.</param>
/// <param name="PopularRooms">The active rooms with the most reservations begun in the last 30 days, most first.</param>
public sealed record ReservationCounts(
    int Total, int Today, int UpcomingWeek, double AverageAttendees, IReadOnlyList<PopularRoom> PopularRooms);
