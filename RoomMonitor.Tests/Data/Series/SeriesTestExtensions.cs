using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Tests.Data.Series;

/// <summary>What tests of series say often. Campus time is UTC in winter; <c>TestDatabase.Now</c> is Monday 23 November 2026, 9:30.</summary>
internal static class SeriesTestExtensions
{
    public static readonly DateTime Tuesday = new(2026, 11, 24, 10, 0, 0);

    /// <summary>Each Tuesday from 10 to 11:30.</summary>
    public static SeriesDraft Weekly(int roomId, int count = 15, DateTime? start = null) => new(
        roomId,
        start ?? Tuesday,
        (start ?? Tuesday).AddMinutes(90),
        new RecurrenceRule { Frequency = RecurrenceFrequency.Weekly, Count = count },
        new ReservationDetails("Lecture", 5));

    public static DateOnly Day(this SeriesDraft draft, int occurrence) => DateOnly.FromDateTime(draft.LocalStart).AddDays(7 * occurrence);

    /// <summary>An instant of a campus time in winter.</summary>
    public static DateTime Utc(this DateTime local) => DateTime.SpecifyKind(local, DateTimeKind.Utc);
}
