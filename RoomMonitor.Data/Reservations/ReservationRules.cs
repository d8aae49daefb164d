using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Reservations;

/// <summary>What may be asked for at all, apart from what is taken. Errors by field, in the wire's spelling.</summary>
public static class ReservationRules
{
    /// <summary>Nobody books further ahead.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(3 * 366);

    /// <summary>Checks times: <paramref name="startIsNew"/> false lets a running reservation keep the start that it has.</summary>
    public static IReadOnlyDictionary<string, string[]> Check(
        Room? room, DateTime start, DateTime end, ReservationDetails details, DateTime now, bool startIsNew)
    {
        var errors = new Dictionary<string, string[]>();
        if (room is not { IsActive: true })
        {
            errors["room_id"] = ["There is no such room."];
        }

        var runningMinute = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
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

        CheckDetails(room, details, errors);
        return errors;
    }

    private static void CheckDetails(Room? room, ReservationDetails details, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrWhiteSpace(details.Purpose))
        {
            errors["purpose"] = ["Please say what the room is for."];
        }
        else if (details.Purpose.Length > ReservationDetails.MaximumPurposeLength)
        {
            errors["purpose"] = [$"At most {ReservationDetails.MaximumPurposeLength} characters."];
        }

        if (details.Attendees < 1)
        {
            errors["attendees"] = ["At least one person."];
        }
        else if (room?.Seats(details.Attendees) == false)
        {
            errors["attendees"] = [$"{room.Name} has {room.Capacity} seats."];
        }

        CheckContact("contact_email", details.ContactEmail, errors);
        CheckContact("contact_phone", details.ContactPhone, errors);
    }

    private static void CheckContact(string field, string? value, Dictionary<string, string[]> errors)
    {
        if (value?.Length > ReservationDetails.MaximumContactLength)
        {
            errors[field] = [$"At most {ReservationDetails.MaximumContactLength} characters."];
        }
    }
}
