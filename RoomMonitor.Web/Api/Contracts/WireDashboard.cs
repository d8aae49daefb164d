namespace RoomMonitor.Web.Api.Contracts;

/// <summary>The campus in figures. Cancelled reservations never count.</summary>
public sealed record WireDashboard
{
    /// <summary>Active rooms.</summary>
    public required int TotalRooms { get; init; }

    /// <summary>All reservations, past ones too.</summary>
    public required int TotalReservations { get; init; }

    /// <summary>Reservations that overlap today on the campus.</summary>
    public required int TodayReservations { get; init; }

    /// <summary>Percent of the rooms that are occupied, one decimal.</summary>
    public required double OccupancyRate { get; init; }

    /// <summary>Rooms that are occupied, those ending soon among them.</summary>
    public required int OccupiedRooms { get; init; }

    /// <summary>The five rooms with the most reservations begun in the last 30 days, most first.</summary>
    public required IReadOnlyList<WirePopularRoom> PopularRooms { get; init; }

    /// <summary>Mean of the attendees of all reservations, one decimal.</summary>
    public required double AvgAttendees { get; init; }

    /// <summary>Reservations that start within the next seven days.</summary>
    public required int UpcomingWeekCount { get; init; }

    /// <summary>As of when: RFC 3339, UTC.</summary>
    public required DateTime Timestamp { get; init; }
}
