using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Reservations;

/// <summary>What is in the way of a slot. The longest possible reservation bounds the range that the index is read over.</summary>
internal static class ConflictQueries
{
    public static IQueryable<Reservation> Overlapping(this IQueryable<Reservation> reservations, int roomId, TimeSlot slot)
    {
        var (start, end, earliest) = (slot.Start, slot.End, slot.Start - Reservation.MaximumLength);
        return reservations
            .Where(r => r.RoomId == roomId && r.Start < end && r.Start >= earliest && r.End > start && r.Status != ReservationStatus.Cancelled)
            .OrderBy(r => r.Start);
    }

    public static IQueryable<Blackout> Overlapping(this IQueryable<Blackout> blackouts, int roomId, TimeSlot slot)
    {
        var (start, end) = (slot.Start, slot.End);
        return blackouts.Where(b => b.RoomId == roomId && b.Start < end && b.End > start);
    }
}
