using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Api.Problems;

/// <summary>What is wrong with a reservation, in the names and the words of the API.</summary>
internal static class WireErrors
{
    private const string OneAtATime =
        "Occurrences can be moved where several are changed; give the room and the times of a single one themselves.";

    /// <param name="onTheCampusClock">The caller wrote <c>start_time</c> and <c>end_time</c>.</param>
    public static Dictionary<string, string[]> ByField(InvalidReservationException invalid, bool onTheCampusClock = false) =>
        invalid.Errors.ToDictionary(error => NameOf(error.Field, onTheCampusClock), error => new[] { MessageOf(error) });

    public static string Detail(InvalidReservationException invalid) => string.Join(" ", invalid.Errors.Select(MessageOf));

    public static string NameOf(ReservationField field, bool onTheCampusClock = false) => field switch
    {
        ReservationField.Room => "room_id",
        ReservationField.Start => onTheCampusClock ? "start_time" : "start",
        ReservationField.End => onTheCampusClock ? "end_time" : "end",
        ReservationField.Purpose => "purpose",
        ReservationField.Attendees => "attendees",
        ReservationField.ContactEmail => "contact_email",
        ReservationField.ContactPhone => "contact_phone",
        ReservationField.Until => "recurrence.until",
        ReservationField.Count => "recurrence.count",
        ReservationField.Interval => "recurrence.interval",
        ReservationField.Weekdays => "recurrence.weekdays",
        ReservationField.ExceptDates => "recurrence.except_dates",
        ReservationField.Skip => "skip",
        ReservationField.Moves => "moves",
        ReservationField.Occurrence => "occurrence_id",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "This field has no name on the wire."),
    };

    public static string MessageOf(ReservationError error)
    {
        var words = WordsOf(error);
        return error is { Field: ReservationField.Moves, Problem: not ReservationProblem.NoSuchOccurrence, Day: { } day }
            ? $"{day:yyyy-MM-dd}: {words}"
            : words;
    }

    /// <summary>What is wrong with a text that holds a character nobody sees.</summary>
    public static string Hidden(char letter) =>
        $"This holds {HiddenCharacters.NameOf(letter)}, which nobody sees and which changes how it reads: leave it out.";

    private static string WordsOf(ReservationError error) => error.Problem switch
    {
        ReservationProblem.UnknownRoom => "There is no such room.",
        ReservationProblem.StartsInThePast => "A reservation can't start in the past.",
        ReservationProblem.TooFarAhead => "This is too far ahead: at most three years.",
        ReservationProblem.EndNotAfterStart => "The end must be after the start.",
        ReservationProblem.TooLong => $"A reservation lasts at most {Reservation.MaximumLength.Days} days.",
        ReservationProblem.EndsInThePast => "The end must not be in the past.",
        ReservationProblem.PurposeMissing => "Please say what the room is for.",
        ReservationProblem.TextTooLong when error.Field == ReservationField.Purpose =>
            $"At most {ReservationDetails.MaximumPurposeLength} characters.",
        ReservationProblem.TextTooLong => $"At most {ReservationDetails.MaximumContactLength} characters.",
        ReservationProblem.HiddenCharacter => Hidden(error.Letter!.Value),
        ReservationProblem.NoPeople => "At least one person.",
        ReservationProblem.TooManyPeople => $"{error.Room!.Name} has {error.Room.Capacity} seats.",
        ReservationProblem.NotAnEmail => "Write one e-mail address, such as ada@example.edu.",
        ReservationProblem.NotAPhone => "Write a telephone number, such as +351 21 792 1000 or 4711.",
        ReservationProblem.NoEnd => "Say when it ends: until a date, or by a count.",
        ReservationProblem.CountOutOfRange => $"From 1 to {RecurrenceRule.MaximumCount} occurrences.",
        ReservationProblem.IntervalOutOfRange => $"From 1 to {RecurrenceRule.MaximumInterval}.",
        ReservationProblem.TooManyDates => $"At most {RecurrenceRule.MaximumCount} dates.",
        ReservationProblem.SeveralWeekdays => "Choose one weekday for a month.",
        ReservationProblem.BeforeFirstDay => "This must not be before the first day.",
        ReservationProblem.TooManyOccurrences => $"These are more than {RecurrenceRule.MaximumCount} occurrences.",
        ReservationProblem.NoOccurrence => "No day of the rule comes before this.",
        ReservationProblem.NothingRemains => "At least one occurrence must remain.",
        ReservationProblem.NoSuchOccurrence => $"There is no occurrence on {error.Day:yyyy-MM-dd}.",
        ReservationProblem.NotOfTheSeries => "This is no occurrence of the series.",
        ReservationProblem.MovedTwice => "Move each occurrence once.",
        ReservationProblem.LeftOutAndMoved => "An occurrence is left out or moved, not both.",
        ReservationProblem.SkippedAndMoved => "An occurrence is skipped or moved, not both.",
        ReservationProblem.OnlyForSeveral when error.Field == ReservationField.Moves => OneAtATime,
        ReservationProblem.OnlyForSeveral => "Days can be skipped where several occurrences are changed, not where one is.",
        ReservationProblem.SkippedByClock => "The campus clock is set forward over this time on that day.",
        _ => throw new ArgumentOutOfRangeException(nameof(error), error.Problem, "This problem has no words."),
    };
}
