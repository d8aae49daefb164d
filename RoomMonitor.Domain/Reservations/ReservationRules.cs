using RoomMonitor.Domain.Contacts;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Domain.Reservations;

/// <summary>What may be asked for at all, apart from what is taken.</summary>
public static class ReservationRules
{
    /// <summary>Nobody books further ahead.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(3 * 366);

    /// <param name="startIsNew">False lets a running reservation keep the start that it has.</param>
    /// <param name="before">
    /// Of a change: texts that stand there already, by an older version or an import, keep nobody from moving a reservation.
    /// </param>
    public static ReservationErrors Check(
        Room? room,
        DateTime start,
        DateTime end,
        ReservationDetails details,
        DateTime now,
        bool startIsNew,
        ReservationDetails? before = null)
    {
        var errors = new ReservationErrors();
        errors.AddIf(room is not { IsActive: true }, ReservationField.Room, ReservationProblem.UnknownRoom);
        CheckTimes(start, end, now, startIsNew, errors);
        CheckDetails(room, details, before, errors);
        return errors;
    }

    /// <param name="startIsNew">False lets a running reservation keep the start that it has.</param>
    public static void CheckTimes(DateTime start, DateTime end, DateTime now, bool startIsNew, ReservationErrors errors)
    {
        errors.AddIf(startIsNew && start < WholeMinutes.AtOrBefore(now), ReservationField.Start, ReservationProblem.StartsInThePast);
        errors.AddIf(start > now + Furthest, ReservationField.Start, ReservationProblem.TooFarAhead);
        CheckLength(start, end, errors);
        errors.AddIf(end <= now, ReservationField.End, ReservationProblem.EndsInThePast);
    }

    public static void CheckLength(DateTime start, DateTime end, ReservationErrors errors)
    {
        errors.AddIf(end <= start, ReservationField.End, ReservationProblem.EndNotAfterStart);
        errors.AddIf(end - start > Reservation.MaximumLength, ReservationField.End, ReservationProblem.TooLong);
    }

    /// <summary>What is wrong with a campus day to start on, whatever the time; null where nothing is.</summary>
    public static ReservationProblem? ProblemOf(DateOnly day, CampusCalendar calendar, DateTime now) =>
        day < calendar.DateOf(now) ? ReservationProblem.StartsInThePast
        : day > calendar.DateOf(now + Furthest) ? ReservationProblem.TooFarAhead
        : null;

    /// <param name="room">Null where it isn't known: it seats everybody then.</param>
    /// <param name="before">See <see cref="Check"/>.</param>
    public static void CheckDetails(Room? room, ReservationDetails details, ReservationDetails? before, ReservationErrors errors)
    {
        errors.AddIf(string.IsNullOrWhiteSpace(details.Purpose), ReservationField.Purpose, ReservationProblem.PurposeMissing);
        errors.AddIf(
            details.Purpose.Length > ReservationDetails.MaximumPurposeLength, ReservationField.Purpose, ReservationProblem.TextTooLong);
        if (details.Purpose != before?.Purpose && HiddenCharacters.FindIn(details.Purpose, mayHaveLines: true) is { } hidden)
        {
            errors.Add(new ReservationError(ReservationField.Purpose, ReservationProblem.HiddenCharacter) { Letter = hidden });
        }

        errors.AddIf(details.Attendees < 1, ReservationField.Attendees, ReservationProblem.NoPeople);
        if (room?.Seats(details.Attendees) == false)
        {
            errors.Add(new ReservationError(ReservationField.Attendees, ReservationProblem.TooManyPeople) { Room = room });
        }

        if (details.ContactEmail is { Length: > 0 } email && email != before?.ContactEmail)
        {
            CheckContact(email, ContactText.IsEmail, ReservationField.ContactEmail, ReservationProblem.NotAnEmail, errors);
        }

        if (details.ContactPhone is { Length: > 0 } phone && phone != before?.ContactPhone)
        {
            CheckContact(phone, ContactText.IsPhone, ReservationField.ContactPhone, ReservationProblem.NotAPhone, errors);
        }
    }

    private static void CheckContact(
        string value, Func<string, bool> isOne, ReservationField field, ReservationProblem problem, ReservationErrors errors)
    {
        if (value.Length > ReservationDetails.MaximumContactLength)
        {
            errors.Add(new ReservationError(field, ReservationProblem.TextTooLong));
        }
        else if (!isOne(value))
        {
            errors.Add(new ReservationError(field, problem));
        }
    }
}
