using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Timetables;

/// <summary>A line of the meetings file: from start to end, campus time, on its weekdays from first to last date (both included).</summary>
internal sealed record MeetingLine
{
    public required int Line { get; init; }

    public required string Id { get; init; }

    public required string RoomCode { get; init; }

    public required IReadOnlySet<DayOfWeek> Days { get; init; }

    /// <summary>Campus times; one that ends at midnight ends with the day.</summary>
    public required SeriesTimes Times { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public required IReadOnlySet<DateOnly> Except { get; init; }

    public required string Purpose { get; init; }

    public required int Attendees { get; init; }
}
