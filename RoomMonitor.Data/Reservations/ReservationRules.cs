using RoomMonitor.Domain.Contacts;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Reservations;

/// <summary>What may be asked for at all, apart from what is taken. Errors by field, in the wire's spelling.</summary>
public static class ReservationRules
{
    /// <summary>Nobody books further ahead.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(3 * 366);

    /// <summary>Checks times: <paramref name="startIsNew"/> false lets a running reservation keep the start that it has.</summary>
    /// <param name="before">Of a change: texts that stand there already, by an older version or an import, keep nobody from moving a reservation.</param>
    public static IReadOnlyDictionary<string, string[]> Check(
        Room? room, DateTime start, DateTime end, ReservationDetails details, DateTime now, bool startIsNew, ReservationDetails? before = null)
    {
        var errors = new Dictionary<string, string[]>();
        if (room is not { IsActive: true })
        {
            errors["room_id"] = ["There is no such room."];
        }

        var runningMinute = WholeMinutes.AtOrBefore(now);
        if (startIsNew && start < runningMinute)
        {
            errors["start"] = ["A reservation can't start in the past."];
        }
        else if (start > now + Furthest)
        {
            errors["start"] = ["This is too far ahead: at most three years."];
        }

        if (end <= start)
        {
            errors["end"] = ["The end must be after the start."];
        }
        else if (end - start > Reservation.MaximumLength)
        {
            errors["end"] = [$"A reservation lasts at most {Reservation.MaximumLength.Days} days."];
        }
        else if (end <= now)
        {
            errors["end"] = ["The end must not be in the past."];
        }

        CheckDetails(room, details, before, errors);
        return errors;
    }

    /// <summary>What is wrong with a text that holds a character nobody sees.</summary>
    public static string HiddenProblem(char letter) =>
        $"This holds {HiddenCharacters.NameOf(letter)}, which nobody sees and which changes how it reads: leave it out.";

    private static void CheckDetails(Room? room, ReservationDetails details, ReservationDetails? before, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrWhiteSpace(details.Purpose))
        {
            errors["purpose"] = ["Please say what the room is for."];
        }
        else if (details.Purpose.Length > ReservationDetails.MaximumPurposeLength)
        {
            errors["purpose"] = [$"At most {ReservationDetails.MaximumPurposeLength} characters."];
        }
        else if (details.Purpose != before?.Purpose && HiddenCharacters.FindIn(details.Purpose, mayHaveLines: true) is { } hidden)
        {
            errors["purpose"] = [HiddenProblem(hidden)];
        }

        if (details.Attendees < 1)
        {
            errors["attendees"] = ["At least one person."];
        }
        else if (room?.Seats(details.Attendees) == false)
        {
            errors["attendees"] = [$"{room.Name} has {room.Capacity} seats."];
        }

        if (details.ContactEmail != before?.ContactEmail)
        {
            CheckContact("contact_email", details.ContactEmail, ContactText.IsEmail, "Write one e-mail address, such as ada@example.edu.", errors);
        }

        if (details.ContactPhone != before?.ContactPhone)
        {
            CheckContact("contact_phone", details.ContactPhone, ContactText.IsPhone, "Write a telephone number, such as +351 21 792 1000 or 4711.", errors);
        }
    }

    private static void CheckContact(string field, string? value, Func<string, bool> isOne, string hint, Dictionary<string, string[]> errors)
    {
        if (value?.Length > ReservationDetails.MaximumContactLength)
        {
            errors[field] = [$"At most {ReservationDetails.MaximumContactLength} characters."];
        }
        else if (!string.IsNullOrEmpty(value) && !isOne(value))
        {
            errors[field] = [hint];
        }
    }
}
