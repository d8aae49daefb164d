namespace RoomMonitor.Domain.Reservations;

/// <summary>Why something can't be asked for, apart from what is taken. The edges have the words.</summary>
public enum ReservationProblem
{
    UnknownRoom,
    StartsInThePast,
    TooFarAhead,
    EndNotAfterStart,
    TooLong,
    EndsInThePast,

    PurposeMissing,
    TextTooLong,
    HiddenCharacter,
    NoPeople,
    TooManyPeople,
    NotAnEmail,
    NotAPhone,

    /// <summary>A series ends by a day or by a count: neither is given, or both are.</summary>
    NoEnd,

    CountOutOfRange,
    IntervalOutOfRange,
    TooManyDates,
    SeveralWeekdays,
    BeforeFirstDay,
    TooManyOccurrences,

    /// <summary>The rule names no day before the series ends.</summary>
    NoOccurrence,

    NothingRemains,
    NoSuchOccurrence,
    NotOfTheSeries,
    MovedTwice,
    LeftOutAndMoved,
    SkippedAndMoved,

    /// <summary>It can be said of several occurrences, not of one.</summary>
    OnlyForSeveral,

    /// <summary>The campus clock is set forward over this time on that day.</summary>
    SkippedByClock,
}
