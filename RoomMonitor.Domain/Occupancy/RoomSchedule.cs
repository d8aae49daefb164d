using System.Collections.Immutable;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Domain.Occupancy;

/// <summary>
/// A room and what holds it, sorted by start. Immutable; its status is a pure function of the instant.
/// Every rule of the wire contract about status stands here, once.
/// </summary>
public sealed class RoomSchedule
{
    private readonly CampusCalendar _calendar;

    private RoomSchedule(Room room, CampusCalendar calendar, ImmutableArray<Hold> holds)
    {
        Room = room;
        _calendar = calendar;
        Holds = holds;
    }

    public Room Room { get; }

    /// <summary>By start, then end, then reservation id. Reservations never overlap one another; blackouts may overlap anything.</summary>
    public ImmutableArray<Hold> Holds { get; }

    public static RoomSchedule Of(Room room, CampusCalendar calendar, IEnumerable<Hold> holds) =>
        new(room, calendar, [.. holds.Order(HoldOrder.Instance)]);

    /// <summary>The schedule with a hold put in; one of the same reservation is replaced.</summary>
    public RoomSchedule With(Hold hold)
    {
        var holds = hold.ReservationId is { } id ? RemoveReservation(id) : Holds;
        var index = holds.BinarySearch(hold, HoldOrder.Instance);
        return new(Room, _calendar, holds.Insert(index < 0 ? ~index : index, hold));
    }

    public RoomSchedule Without(int reservationId)
    {
        var holds = RemoveReservation(reservationId);
        return holds.Length == Holds.Length ? this : new(Room, _calendar, holds);
    }

    /// <summary>Whether nothing holds the room at any time of a slot, as far as the holds reach.</summary>
    public bool IsFree(TimeSlot slot) => !Holds.Any(hold => hold.Slot.Overlaps(slot));

    /// <summary>The first instant from <paramref name="from"/> on at which the room becomes free for a time, as far as the holds reach.</summary>
    public DateTime FirstFree(DateTime from, TimeSpan length)
    {
        foreach (var hold in Holds)
        {
            if (hold.Slot.Start >= from + length)
            {
                break;
            }

            from = Later(from, hold.Slot.End);
        }

        return from;
    }

    public RoomStatus StatusAt(DateTime now)
    {
        var today = _calendar.DayOf(now);
        var reservationsToday = 0;
        Hold? current = null;
        Hold? next = null;
        DateTime? heldUntil = null;
        foreach (var hold in Holds)
        {
            if (!hold.IsBlackout && hold.Slot.Overlaps(today))
            {
                reservationsToday++;
            }

            if (hold.Slot.Contains(now))
            {
                current = Holder(current, hold);
                heldUntil = Later(heldUntil, hold.Slot.End);
            }
            else if (hold.Slot.Start > now)
            {
                // Sorted by start: what touches the chain so far makes it longer.
                if (hold.Slot.Start <= heldUntil)
                {
                    heldUntil = Later(heldUntil, hold.Slot.End);
                }
                else
                {
                    next ??= hold;
                    if (hold.Slot.Start >= today.End)
                    {
                        break;
                    }
                }
            }
        }

        var left = heldUntil - now;
        return new RoomStatus
        {
            Room = Room,
            Occupancy = left is null ? OccupancyStatus.Free
                : left <= OccupancyRules.EndingSoon ? OccupancyStatus.EndingSoon
                : OccupancyStatus.Occupied,
            TimeUntilFree = left is null ? null : (int)Math.Ceiling(left.Value / TimeSpan.FromMinutes(1)),
            ReservationsToday = reservationsToday,
            NextAvailableAt = heldUntil,
            NextAvailable = heldUntil is null ? null : _calendar.TimeOfDay(heldUntil.Value),
            FreeUntil = heldUntil is null && next?.Slot.Start - now <= OccupancyRules.FreeUntilWindow ? next!.Slot.Start : null,
            CurrentAttendees = current?.Attendees ?? 0,
            CurrentReservationId = current?.ReservationId,
        };
    }

    /// <summary>
    /// The first instant after <paramref name="now"/> at which the status can differ by more than its passing minutes. It
    /// may turn out the same there (midnight without a reservation), but never differs before.
    /// </summary>
    public DateTime NextTransitionAfter(DateTime now)
    {
        var status = StatusAt(now);
        var transition = _calendar.DayOf(now).End;
        if (status.NextAvailableAt is { } heldUntil)
        {
            Consider(heldUntil);
            Consider(heldUntil - OccupancyRules.EndingSoon);
        }

        foreach (var hold in Holds)
        {
            Consider(hold.Slot.End);
            if (hold.Slot.Start > now)
            {
                Consider(hold.Slot.Start);
                Consider(hold.Slot.Start - OccupancyRules.FreeUntilWindow);
            }
        }

        return transition;

        void Consider(DateTime instant)
        {
            if (instant > now && instant < transition)
            {
                transition = instant;
            }
        }
    }

    /// <summary>Of two holds at once a reservation is told rather than a blackout; of two reservations the one that came first.</summary>
    private static Hold Holder(Hold? current, Hold candidate) =>
        current is null || (current.IsBlackout && !candidate.IsBlackout) ? candidate : current;

    private static DateTime Later(DateTime? one, DateTime other) => one > other ? one.Value : other;

    private ImmutableArray<Hold> RemoveReservation(int id) => Holds.RemoveAll(h => h.ReservationId == id);

    private sealed class HoldOrder : IComparer<Hold>
    {
        public static HoldOrder Instance { get; } = new();

        public int Compare(Hold? x, Hold? y)
        {
            var order = x!.Slot.Start.CompareTo(y!.Slot.Start);
            order = order != 0 ? order : x.Slot.End.CompareTo(y.Slot.End);
            return order != 0 ? order : Nullable.Compare(x.ReservationId, y.ReservationId);
        }
    }
}
