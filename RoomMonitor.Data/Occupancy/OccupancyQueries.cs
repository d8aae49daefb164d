using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Occupancy;

/// <summary>What the occupancy board is loaded from.</summary>
public sealed class OccupancyQueries(IDbContextFactory<RoomMonitorDbContext> contexts)
{
    public async Task<IReadOnlyList<Room>> RoomsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Rooms.AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>Blackouts that end after an instant.</summary>
    public async Task<IReadOnlyList<Blackout>> BlackoutsAsync(DateTime from, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Blackouts.AsNoTracking().Where(blackout => blackout.End > from).ToListAsync(cancellationToken);
    }

    /// <summary>Reservations, cancelled ones left out, that overlap [from, to).</summary>
    public async Task<IReadOnlyList<ReservationFacts>> ReservationsAsync(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var earliest = from - Reservation.MaximumLength;
        return await Facts(context.Reservations.Where(
            r => r.Start >= earliest && r.Start < to && r.End > from && r.Status != ReservationStatus.Cancelled)).ToListAsync(cancellationToken);
    }

    /// <summary>Reservations of one room, cancelled ones left out, that start in [from, to).</summary>
    public async Task<IReadOnlyList<ReservationFacts>> ReservationsAsync(int roomId, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Facts(context.Reservations.Where(
            r => r.RoomId == roomId && r.Start >= from && r.Start < to && r.Status != ReservationStatus.Cancelled)).ToListAsync(cancellationToken);
    }

    /// <summary>What one user has from an instant on, cancelled ones left out.</summary>
    public async Task<IReadOnlyList<ReservationFacts>> ReservationsOfUserAsync(int userId, DateTime from, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Facts(context.Reservations.Where(
            r => r.UserId == userId && r.End > from && r.Status != ReservationStatus.Cancelled)).ToListAsync(cancellationToken);
    }

    /// <summary>What holds any room within [from, to), reservations and blackouts alike, in no order.</summary>
    public async Task<IReadOnlyList<TakenSlot>> TakenAsync(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Taken(context, from, to).ToListAsync(cancellationToken);
    }

    internal static IQueryable<TakenSlot> Taken(RoomMonitorDbContext context, DateTime from, DateTime to)
    {
        var earliest = from - Reservation.MaximumLength;
        var reservations = context.Reservations
            .Where(r => r.Start >= earliest && r.Start < to && r.End > from && r.Status != ReservationStatus.Cancelled)
            .Select(r => new { r.RoomId, r.Start, r.End });
        var blackouts = context.Blackouts
            .Where(blackout => blackout.Start < to && blackout.End > from)
            .Select(blackout => new { blackout.RoomId, blackout.Start, blackout.End });
        return reservations.Concat(blackouts).Select(taken => new TakenSlot(taken.RoomId, taken.Start, taken.End));
    }

    private static IQueryable<ReservationFacts> Facts(IQueryable<Reservation> reservations) =>
        reservations.OrderBy(r => r.Start).Select(r => new ReservationFacts
        {
            Id = r.Id,
            RoomId = r.RoomId,
            Start = r.Start,
            End = r.End,
            Attendees = r.Attendees,
            Status = r.Status,
            Version = r.Version,
            CreatedAt = r.CreatedAt,
            UpdatedAt = r.UpdatedAt,
        });
}
