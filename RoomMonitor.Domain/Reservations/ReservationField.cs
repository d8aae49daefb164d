namespace RoomMonitor.Domain.Reservations;

/// <summary>What somebody says when they book. The edges have their own names for each.</summary>
public enum ReservationField
{
    Room,
    Start,
    End,
    Purpose,
    Attendees,
    ContactEmail,
    ContactPhone,

    /// <summary>The last day of a series.</summary>
    Until,

    /// <summary>How many occurrences a series has.</summary>
    Count,

    Interval,
    Weekdays,
    ExceptDates,

    /// <summary>The days whose occurrences are left out, or left where they are.</summary>
    Skip,

    /// <summary>The occurrences that take place at another time or in another room.</summary>
    Moves,

    /// <summary>The one occurrence that a change is about.</summary>
    Occurrence,
}
