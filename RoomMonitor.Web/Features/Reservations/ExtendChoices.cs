using System.Collections.Immutable;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>How much longer a reservation can last: half an hour, an hour, or until somebody else has the room.</summary>
public static class ExtendChoices
{
    private static readonly ImmutableArray<TimeSpan> _steps = [TimeSpan.FromMinutes(30), TimeSpan.FromHours(1)];

    /// <summary>Nobody stays longer by one click.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromHours(4);

    /// <summary>By end; empty where the next one follows at once.</summary>
    public static ImmutableArray<ExtendChoice> Of(RoomSchedule schedule, int reservationId, TimeSlot slot)
    {
        var next = NextAfter(schedule, reservationId, slot.End);
        var choices = _steps.Where(step => step < next - slot.End || next is null).Select(step => new ExtendChoice(slot.End + step, step, IsUntilNext: false));
        if (next is { } until && until > slot.End && until - slot.End <= _longest)
        {
            choices = choices.Append(new ExtendChoice(until, until - slot.End, IsUntilNext: true));
        }

        return [.. choices.Where(choice => choice.End - slot.Start <= Reservation.MaximumLength)];
    }

    /// <summary>When somebody else has the room: at the end itself where it is closed across it.</summary>
    private static DateTime? NextAfter(RoomSchedule schedule, int reservationId, DateTime end)
    {
        DateTime? next = null;
        foreach (var hold in schedule.Holds.Where(hold => hold.ReservationId != reservationId && hold.Slot.End > end))
        {
            var start = hold.Slot.Start > end ? hold.Slot.Start : end;
            next = next < start ? next : start;
        }

        return next;
    }
}
