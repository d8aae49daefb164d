using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Rooms;

/// <summary>Which rooms are held at a time, however far ahead.</summary>
public sealed class HeldRoomQueries(IDbContextFactory<RoomMonitorDbContext> contexts)
{
    /// <summary>Ids of the rooms that a reservation or a blackout holds at some time of a slot; one query.</summary>
    public async Task<IReadOnlyList<int>> HeldAsync(TimeSlot slot, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Held(context, slot).ToListAsync(cancellationToken);
    }

    internal static IQueryable<int> Held(RoomMonitorDbContext context, TimeSlot slot)
    {
        // None is longer, so an index by start serves.
        var (start, end, earliest) = (slot.Start, slot.End, slot.Start - Reservation.MaximumLength);
        return context.Reservations
            .Where(r => r.Start < end && r.Start >= earliest && r.End > start && r.Status != ReservationStatus.Cancelled)
            .Select(r => r.RoomId)
            .Union(context.Blackouts.Where(b => b.Start < end && b.End > start).Select(b => b.RoomId));
    }
}
