using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Reservations;

/// <summary>Reads reservations for people and programs that ask for them. Live status never comes from here.</summary>
public sealed class ReservationQueries(IDbContextFactory<RoomMonitorDbContext> contexts)
{
    public async Task<ReservationRow?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Rows(context, context.Reservations.Where(r => r.Id == id)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>One page by start, and how many there are in all.</summary>
    public async Task<(int Count, IReadOnlyList<ReservationRow> Rows)> PageAsync(
        ReservationFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        if (filter.IsEmpty)
        {
            return (0, []);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await Filtered(context, filter).CountAsync(cancellationToken);
        var rows = skip >= count ? [] : await Page(context, filter, skip, take).ToListAsync(cancellationToken);
        return (count, rows);
    }

    /// <summary>The reservations of one user, latest start first.</summary>
    public async Task<IReadOnlyList<ReservationRow>> OfUserAsync(int userId, int take, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await OfUser(context, userId, take).ToListAsync(cancellationToken);
        rows.Reverse();
        return rows;
    }

    /// <summary>What one user has ahead, cancelled ones left out, next first.</summary>
    public async Task<IReadOnlyList<ReservationRow>> UpcomingAsync(int userId, DateTime now, int take, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Upcoming(context, userId, now, take).ToListAsync(cancellationToken);
    }

    /// <summary>What one user has now and ahead, pending ones too, cancelled ones left out; next first.</summary>
    public async Task<IReadOnlyList<ReservationRow>> CurrentAsync(int userId, DateTime now, int take, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Current(context, userId, now, take).ToListAsync(cancellationToken);
    }

    /// <summary>What is over for one user, cancelled ones too: one page, latest start first, and how many there are in all.</summary>
    public async Task<(int Count, IReadOnlyList<ReservationRow> Rows)> PastAsync(
        int userId, DateTime now, int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await Over(context, userId, now).CountAsync(cancellationToken);
        var rows = skip >= count ? [] : await Past(context, userId, now, skip, take).ToListAsync(cancellationToken);
        rows.Reverse();
        return (count, rows);
    }

    /// <summary>What holds a room within a slot: reservations by start, cancelled ones left out, and blackouts.</summary>
    public async Task<(IReadOnlyList<ReservationFacts> Reservations, IReadOnlyList<Blackout> Blackouts)> HoldsAsync(
        int roomId, TimeSlot slot, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reservations = await context.Reservations.AsNoTracking().Overlapping(roomId, slot).ToListAsync(cancellationToken);
        var blackouts = await context.Blackouts.AsNoTracking().Overlapping(roomId, slot).OrderBy(b => b.Start).ToListAsync(cancellationToken);
        return ([.. reservations.Select(ReservationFacts.Of)], blackouts);
    }

    /// <summary>What holds a room within a slot, with its owners: reservations by start, cancelled ones left out, and blackouts.</summary>
    public async Task<(IReadOnlyList<ReservationRow> Reservations, IReadOnlyList<Blackout> Blackouts)> OfRoomAsync(
        int roomId, TimeSlot slot, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reservations = await Rows(context, context.Reservations.Overlapping(roomId, slot)).ToListAsync(cancellationToken);
        var blackouts = await context.Blackouts.AsNoTracking().Overlapping(roomId, slot).OrderBy(b => b.Start).ToListAsync(cancellationToken);
        return (reservations, blackouts);
    }

    /// <summary>Puts rooms and owners' names beside reservations that are at hand.</summary>
    public async Task<IReadOnlyList<ReservationRow>> DescribeAsync(IReadOnlyList<Reservation> reservations, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var roomIds = reservations.Select(r => r.RoomId).Distinct().ToList();
        var userIds = reservations.Select(r => r.UserId).OfType<int>().Distinct().ToList();
        var rooms = await context.Rooms.AsNoTracking().Where(room => roomIds.Contains(room.Id)).ToDictionaryAsync(room => room.Id, cancellationToken);
        var names = userIds.Count == 0
            ? []
            : await context.Users.Where(user => userIds.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.UserName, cancellationToken);
        return [.. reservations.Select(r => new ReservationRow(r, rooms[r.RoomId], r.UserId is { } id ? names.GetValueOrDefault(id) : null))];
    }

    internal static IQueryable<ReservationRow> Page(RoomMonitorDbContext context, ReservationFilter filter, int skip, int take) =>
        Rows(context, Filtered(context, filter).OrderBy(r => r.Start).ThenBy(r => r.Id).Skip(skip).Take(take));

    /// <summary>The latest ones, earliest first.</summary>
    internal static IQueryable<ReservationRow> OfUser(RoomMonitorDbContext context, int userId, int take) =>
        Rows(context, context.Reservations.Where(r => r.UserId == userId).OrderByDescending(r => r.Start).ThenByDescending(r => r.Id).Take(take));

    internal static IQueryable<ReservationRow> Upcoming(RoomMonitorDbContext context, int userId, DateTime now, int take) =>
        Rows(context, context.Reservations
            .Where(r => r.UserId == userId && r.Start > now && r.Status != ReservationStatus.Cancelled)
            .OrderBy(r => r.Start).ThenBy(r => r.Id).Take(take));

    internal static IQueryable<ReservationRow> Current(RoomMonitorDbContext context, int userId, DateTime now, int take)
    {
        var earliest = now - Reservation.MaximumLength;
        return Rows(context, context.Reservations
            .Where(r => r.UserId == userId && r.Start >= earliest && r.End > now && r.Status != ReservationStatus.Cancelled)
            .OrderBy(r => r.Start).ThenBy(r => r.Id).Take(take));
    }

    /// <summary>One page of the latest ones, earliest first.</summary>
    internal static IQueryable<ReservationRow> Past(RoomMonitorDbContext context, int userId, DateTime now, int skip, int take) =>
        Rows(context, Over(context, userId, now).OrderByDescending(r => r.Start).ThenByDescending(r => r.Id).Skip(skip).Take(take));

    private static IQueryable<Reservation> Over(RoomMonitorDbContext context, int userId, DateTime now) =>
        context.Reservations.Where(r => r.UserId == userId && (r.End <= now || r.Status == ReservationStatus.Cancelled));

    internal static IQueryable<Reservation> Filtered(RoomMonitorDbContext context, ReservationFilter filter)
    {
        IQueryable<Reservation> reservations = context.Reservations;
        if (filter.RoomId is { } roomId)
        {
            reservations = reservations.Where(r => r.RoomId == roomId);
        }

        if (filter.UserId is { } userId)
        {
            reservations = reservations.Where(r => r.UserId == userId);
        }

        if (filter.Status is { } status)
        {
            reservations = reservations.Where(r => r.Status == status);
        }

        if (filter.From is { } from)
        {
            // None is longer, so an index by start serves.
            var earliest = from - Reservation.MaximumLength;
            reservations = reservations.Where(r => r.Start >= earliest && r.End > from);
        }

        return filter.To is { } to ? reservations.Where(r => r.Start < to) : reservations;
    }

    /// <summary>By start, whatever the order in which they were chosen.</summary>
    internal static IQueryable<ReservationRow> Rows(RoomMonitorDbContext context, IQueryable<Reservation> reservations) =>
        from reservation in reservations.AsNoTracking()
        join room in context.Rooms on reservation.RoomId equals room.Id
        join user in context.Users on reservation.UserId equals (int?)user.Id into users
        from user in users.DefaultIfEmpty()
        orderby reservation.Start, reservation.Id
        select new ReservationRow(reservation, room, user!.UserName);
}
