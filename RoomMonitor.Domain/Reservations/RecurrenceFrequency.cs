namespace RoomMonitor.Domain.Reservations;

/// <summary>How often a series recurs.</summary>
public enum RecurrenceFrequency
{
    Daily,
    Weekly,
    EveryTwoWeeks,

    /// <summary>On the day of the month on which it begins; months without that day are left out (RFC 5545).</summary>
    MonthlyByDate,

    /// <summary>Such as each second Tuesday, or each last Friday.</summary>
    MonthlyByWeekday,
}
