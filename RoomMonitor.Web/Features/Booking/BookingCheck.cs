using System.Collections.Immutable;
using System.Globalization;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>
/// What a booking form asks for, and what is wrong with it by field, in the reader's language. The rules are those of
/// <see cref="ReservationRules"/>, which has the last word.
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
        if (string.IsNullOrWhiteSpace(form.Purpose))
        {
            errors[BookingField.Purpose] = BookingTexts.PurposeMissing;
        }
        else if (form.Purpose.Length > ReservationDetails.MaximumPurposeLength)
        {
            errors[BookingField.Purpose] = BookingTexts.FormatPurposeTooLong(ReservationDetails.MaximumPurposeLength);
        }
        else if (HiddenCharacters.FindIn(form.Purpose.Trim(), mayHaveLines: true) is { } hidden)
        {
            errors[BookingField.Purpose] = CommonTexts.FormatHiddenCharacter(HiddenCharacters.NameOf(hidden));
        }

        if (!int.TryParse(form.People.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var people) || people < 1)
        {
            errors[BookingField.People] = BookingTexts.PeopleMissing;
        }
        else if (!room.Seats(people))
        {
            errors[BookingField.People] = BookingTexts.FormatPeopleTooMany(BidiText.Isolated(room.Name), BookingWords.Seats(room));
        }

        var request = errors.Count == 0 ? new BookingRequest(form.Key, room.Id, slot!.Value, form.Purpose.Trim(), people) : null;
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

        if (form.Time.ReadDay() is { } day)
        {
            if (day < calendar.DateOf(now))
            {
                errors[BookingField.Day] = BookingTexts.DayPast;
            }
            else if (day > calendar.DateOf(now + ReservationRules.Furthest))
            {
                errors[BookingField.Day] = BookingTexts.DayTooFar;
            }
        }

        if (slot is { } read)
        {
            if (!errors.ContainsKey(BookingField.Day) && read.Start < WholeMinutes.AtOrBefore(now))
            {
                errors[BookingField.From] = BookingTexts.StartPast;
            }

            if (read.Length > Reservation.MaximumLength)
            {
                errors[BookingField.EndDay] = BookingTexts.FormatTooLong(Reservation.MaximumLength.Days);
            }
        }

        return errors.Count == 0 ? slot : null;
    }

    private static string Words(BookingField field, SlotProblem problem, SlotFields time) => (field, problem) switch
    {
        (_, SlotProblem.EndNotAfterStart) => BookingTexts.EndNotAfterStart,
        (BookingField.Day or BookingField.EndDay, _) => BookingTexts.DayMissing,
        (_, SlotProblem.SkippedByClock) => BookingTexts.FormatTimeSkipped(
            CampusFormats.Time(SlotFields.ReadTime(field == BookingField.From ? time.From : time.To)!.Value)),
        _ => BookingTexts.FormatTimeMissing(CampusFormats.Time(new TimeOnly(14, 15))),
    };
}
