using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Web.Api.Documents;

/// <summary>The examples of the routes of series: a lecture each Monday, at Christmas somewhere else.</summary>
internal static class SeriesExamples
{
    private static readonly DateOnly _christmas = new(2026, 12, 21);

    private static readonly DateTime _moved = new(2026, 12, 21, 14, 0, 0, DateTimeKind.Utc);

    public static WireRecurrence Recurrence { get; } = new()
    {
        Frequency = RecurrenceFrequency.Weekly,
        Weekdays = [DayOfWeek.Monday],
        Count = 15,
    };

    public static WireSeriesRequest Request { get; } = new()
    {
        RoomId = 7,
        Date = ApiExamples.Reservation.Date,
        StartTime = "10:00",
        EndTime = "11:30",
        Recurrence = Recurrence,
        Purpose = ApiExamples.Reservation.Purpose,
        Attendees = 28,
        Skip = [new DateOnly(2026, 12, 28)],
        Moves = [new() { Date = _christmas, Start = _moved, End = _moved.AddMinutes(90) }],
    };

    public static WireSeries Series { get; } = new()
    {
        Id = 12,
        Room = ApiExamples.Reservation.Room,
        RoomId = 7,
        User = ApiExamples.Reservation.User,
        Recurrence = Recurrence,
        Rrule = "FREQ=WEEKLY;COUNT=15;BYDAY=MO",
        Date = ApiExamples.Reservation.Date,
        StartTime = "10:00",
        EndTime = "11:30",
        Purpose = ApiExamples.Reservation.Purpose,
        Attendees = 28,
        CreatedAt = ApiExamples.Reservation.CreatedAt,
        Occurrences = [ApiExamples.Reservation with { SeriesId = 12 }],
    };

    public static WireSeries Anonymous { get; } = Series with
    {
        User = null,
        Purpose = WireReservation.AnonymousPurpose,
        Occurrences = [ApiExamples.Anonymous with { SeriesId = 12 }],
    };

    public static WireSeriesPreview Preview { get; } = new()
    {
        Recurrence = Recurrence,
        Rrule = Series.Rrule,
        CanBeBooked = false,
        Occurrences =
        [
            new()
            {
                Date = ApiExamples.Reservation.Date,
                RoomId = 7,
                Start = ApiExamples.Reservation.Start,
                End = ApiExamples.Reservation.End,
                Problem = OccurrenceProblem.Taken,
                IsTimeRepeated = false,
                IsMoved = false,
                IsSkipped = false,
                Conflicts = [ApiExamples.Anonymous],
            },
        ],
    };

    public static WireSeriesChange Change { get; } = new() { Scope = SeriesScope.Following, OccurrenceId = 123, StartTime = "10:30", EndTime = "12:00" };

    public static WireSeries Changed { get; } = Series with { StartTime = "10:30", EndTime = "12:00", Kept = [131] };

    public static WireSeriesCancellation Cancellation { get; } = new(SeriesScope.Following, 123);

    public static WireSeries Cancelled { get; } = Series with { Occurrences = [ApiExamples.Cancelled with { SeriesId = 12 }], Kept = [] };
}
