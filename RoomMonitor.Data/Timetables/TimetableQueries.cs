using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Timetables;

internal static class TimetableQueries
{
    /// <summary>What imports brought, also what was cancelled since, and what else holds a room in a period.</summary>
    public static IQueryable<StoredReservation> ImportedOrHolding(this IQueryable<Reservation> reservations, TimeSlot period)
    {
        var (earliest, end) = (period.Start - Reservation.MaximumLength, period.End);
        return reservations.AsNoTracking()
            .Where(r => r.ExternalKey != null || (r.Start >= earliest && r.Start < end && r.Status != ReservationStatus.Cancelled))
            .Select(r => new StoredReservation
            {
                Id = r.Id,
                ExternalKey = r.ExternalKey,
                RoomId = r.RoomId,
                Start = r.Start,
                End = r.End,
                Status = r.Status,
                Purpose = r.Purpose,
                Attendees = r.Attendees,
            });
    }

    /// <summary>Those of a batch, to be changed.</summary>
    public static IQueryable<Reservation> OfIds(this IQueryable<Reservation> reservations, IReadOnlyCollection<int> ids) =>
        reservations.Where(r => ids.Contains(r.Id));

    public static IQueryable<Blackout> Within(this IQueryable<Blackout> blackouts, TimeSlot period)
    {
        var (start, end) = (period.Start, period.End);
        return blackouts.AsNoTracking().Where(blackout => blackout.Start < end && blackout.End > start);
    }
}
