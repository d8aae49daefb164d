using System.Collections.Immutable;
using System.Globalization;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>
/// What a booking form asks for, and what is wrong with it by field, in the reader's language: what can't be read, and what
/// <see cref="ReservationRules"/> refuses.
/// </summary>
public sealed record BookingCheck
{
    private BookingCheck(TimeSlot? slot, BookingRequest? request, ImmutableDictionary<BookingField, string> errors)
    {
        Slot = slot;
        Request = request;
        Errors = errors;
    }

    /// <summary>The time, where day and times are right.</summary>
    public TimeSlot? Slot { get; }

    /// <summary>What to ask for, where nothing is wrong.</summary>
    public BookingRequest? Request { get; }

    public ImmutableDictionary<BookingField, string> Errors { get; }

    public static BookingCheck Of(BookingForm form, Room room, CampusCalendar calendar, DateTime now)
    {
        var errors = ImmutableDictionary.CreateBuilder<BookingField, string>();
        var slot = ReadSlot(form, calendar, now, errors);
        var details = new ReservationDetails(form.Purpose.Trim(), ReadPeople(form.People) ?? 0);
        var wrong = new ReservationErrors();
        ReservationRules.CheckDetails(room, details, before: null, wrong);
        foreach (var error in wrong.All)
        {
            errors[error.Field == ReservationField.Attendees ? BookingField.People : BookingField.Purpose] = RefusalWords.Beside(error);
        }

        var request = errors.Count == 0 ? new BookingRequest(form.Key, room.Id, slot!.Value, details.Purpose, details.Attendees) : null;
        return new BookingCheck(slot, request, errors.ToImmutable());
    }

    private static TimeSlot? ReadSlot(
        BookingForm form, CampusCalendar calendar, DateTime now, ImmutableDictionary<BookingField, string>.Builder errors)
    {
        var slot = form.Time.Read(calendar, out var problems);
        foreach (var (field, problem) in problems)
        {
            errors[field] = Words(field, problem, form.Time);
        }

        if (form.Time.ReadDay() is { } day && ReservationRules.ProblemOf(day, calendar, now) is { } problemOfDay)
        {
            errors[BookingField.Day] = problemOfDay == ReservationProblem.StartsInThePast ? BookingTexts.DayPast : BookingTexts.DayTooFar;
        }

        if (slot is { } read)
        {
            CheckTimes(read, now, errors);
        }

        return errors.Count == 0 ? slot : null;
    }

    private static void CheckTimes(TimeSlot slot, DateTime now, ImmutableDictionary<BookingField, string>.Builder errors)
    {
        var wrong = new ReservationErrors();
        ReservationRules.CheckTimes(slot.Start, slot.End, now, startIsNew: true, wrong);

        // One thing wrong is said once: of a day that is over neither that its hours are, nor of a start that its end is.
        var saysStart = errors.ContainsKey(BookingField.Day) || wrong.Has(ReservationField.Start);
        foreach (var error in wrong.All)
        {
            switch (error)
            {
                case { Field: ReservationField.Start } when errors.ContainsKey(BookingField.Day):
                case { Problem: ReservationProblem.EndsInThePast } when saysStart:
                    break;
                default:
                    errors[FieldOf(error)] = RefusalWords.Beside(error);
                    break;
            }
        }
    }

    private static BookingField FieldOf(ReservationError error) => error switch
    {
        { Problem: ReservationProblem.TooFarAhead } => BookingField.Day,
        { Problem: ReservationProblem.TooLong } => BookingField.EndDay,
        { Field: ReservationField.Start } => BookingField.From,
        _ => BookingField.To,
    };

    /// <summary>Null for what is no number of people.</summary>
    internal static int? ReadPeople(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : null;

    private static string Words(BookingField field, SlotProblem problem, SlotFields time) => (field, problem) switch
    {
        (_, SlotProblem.EndNotAfterStart) => BookingTexts.EndNotAfterStart,
        (BookingField.Day or BookingField.EndDay, _) => BookingTexts.DayMissing,
        (_, SlotProblem.SkippedByClock) => BookingTexts.FormatTimeSkipped(
            CampusFormats.Time(SlotFields.ReadTime(field == BookingField.From ? time.From : time.To)!.Value)),
        _ => BookingTexts.FormatTimeMissing(CampusFormats.Time(new TimeOnly(14, 15))),
    };
}
