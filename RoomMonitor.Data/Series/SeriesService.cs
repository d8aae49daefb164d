using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Series;

/// <summary>
/// Books, changes and cancels series: as a whole or not at all, in one transaction that holds the rooms' locks, every occurrence checked in one query.
/// </summary>
/// <remarks>
/// Throws what <see cref="ReservationService"/> throws, <see cref="SeriesNotFoundException"/>, and in place of <see cref="SlotTakenException"/> a
/// <see cref="SeriesConflictException"/>; nothing was changed then.
/// </remarks>
public sealed class SeriesService(
    IDbContextFactory<RoomMonitorDbContext> contexts,
    RoomTransactions transactions,
    ReservationService reservations,
    BookingLimit limit,
    CampusCalendar calendar,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
{
    /// <summary>Lists the occurrences of a series with what is in their way.</summary>
    /// <exception cref="InvalidReservationException">It can't be asked for at all.</exception>
    public async Task<SeriesPreview> PreviewAsync(SeriesDraft draft, CancellationToken cancellationToken)
    {
        var planned = PlannedSeries.Of(draft, calendar, Now);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rooms = await RoomsAsync(context, planned.RoomIds, cancellationToken);
        SeriesRules.Check(planned.Occurrences, draft, rooms, Now);
        var occurrences = await SeriesCheck.CheckAsync(context, planned.Occurrences, new HashSet<int>(), cancellationToken);
        return new SeriesPreview(planned.Rule, planned.RuleText, occurrences);
    }

    /// <summary>Books a series: its occurrences are confirmed at once, or pending where the room requires approval.</summary>
    /// <param name="requestKey">See <see cref="ReservationService.CreateAsync"/>.</param>
    public async Task<BookedSeries> CreateAsync(SeriesDraft draft, Caller caller, CancellationToken cancellationToken, string? requestKey = null)
    {
        var request = requestKey is null ? null : KeyedRequest.Of(requestKey, caller, draft);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (request is not null && await request.MadeBeforeAsync(context.Series, cancellationToken) is { } made)
        {
            return await ReadAsync(context, made, cancellationToken);
        }

        var planned = PlannedSeries.Of(draft, calendar, Now);
        SeriesRules.Check(planned.Occurrences, draft, await RoomsAsync(context, planned.RoomIds, cancellationToken), Now);
        try
        {
            return await transactions.RunAsync(
                context, [.. planned.RoomIds, .. limit.LocksOf(caller)], () => CreateLockedAsync(context, draft, planned, caller, request, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException) when (request is not null)
        {
            // The same key at the same time for another room, which is another lock.
            await using var after = await contexts.CreateDbContextAsync(cancellationToken);
            if (await request.MadeBeforeAsync(after.Series, cancellationToken) is { } madeMeanwhile)
            {
                return await ReadAsync(after, madeMeanwhile, cancellationToken);
            }

            throw;
        }
    }

    /// <summary>Changes one occurrence, it and those after it (they become a series of their own), or all; those that have begun stay.</summary>
    public Task<SeriesChange> UpdateAsync(int id, SeriesTarget target, SeriesPatch patch, Caller caller, CancellationToken cancellationToken) =>
        target.Scope == SeriesScope.This
            ? ChangeOneAsync(
                id, target, caller, occurrence => reservations.UpdateAsync(occurrence.Id, patch.For(occurrence, calendar), caller, cancellationToken), cancellationToken)
            : ChangeAsync(
                id,
                caller,
                [.. new[] { patch.RoomId }.Concat(patch.Moves.Select(move => move.RoomId)).OfType<int>()],
                edit => edit.UpdateAsync(target, patch, cancellationToken),
                cancellationToken);

    /// <summary>Cancels one occurrence, it and those after it, or all; those that have begun stay.</summary>
    public Task<SeriesChange> CancelAsync(int id, SeriesTarget target, Caller caller, CancellationToken cancellationToken) =>
        target.Scope == SeriesScope.This
            ? ChangeOneAsync(id, target, caller, occurrence => reservations.CancelAsync(occurrence.Id, caller, cancellationToken), cancellationToken)
            : ChangeAsync(id, caller, [], edit => Task.FromResult(edit.Cancel(target)), cancellationToken);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<BookedSeries> CreateLockedAsync(
        RoomMonitorDbContext context, SeriesDraft draft, PlannedSeries planned, Caller caller, KeyedRequest? request, CancellationToken cancellationToken)
    {
        if (request is not null && await request.MadeBeforeAsync(context.Series, cancellationToken) is { } made)
        {
            return await ReadAsync(context, made, cancellationToken);
        }

        var rooms = await RoomsAsync(context, planned.RoomIds, cancellationToken);
        SeriesRules.Check(planned.Occurrences, draft, rooms, Now);
        await ReservationService.RequireAccountAsync(context, caller, cancellationToken);
        await limit.RequireAsync(context, caller, Now, cancellationToken);
        var occurrences = await SeriesCheck.RequireFreeAsync(context, planned.Occurrences, new HashSet<int>(), cancellationToken);
        var series = planned.ToSeries(draft, caller, request, Now);
        context.Series.Add(series);

        // Its occurrences need the id that saving gives.
        await context.SaveChangesAsync(cancellationToken);
        var booked = occurrences.Where(one => !one.IsSkipped).Select(one =>
        {
            var reservation = Reservation.Create(one.RoomId, one.Slot!.Value, draft.Details, rooms[one.RoomId].RequiresApproval, caller.Actor, Now);
            reservation.JoinSeries(series.Id, one.OriginalStart);
            return reservation;
        }).OrderBy(reservation => reservation.Start).ToList();
        context.Reservations.AddRange(booked);
        return new BookedSeries(series, booked);
    }

    private async Task<SeriesChange> ChangeOneAsync(
        int id, SeriesTarget target, Caller caller, Func<Reservation, Task<Reservation>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var series = await FindAsync(context.Series.AsNoTracking(), id, caller, cancellationToken);
        var occurrence = SeriesEdit.Chosen(
            await context.Reservations.AsNoTracking().Where(r => r.SeriesId == id && r.Id == target.OccurrenceId).ToListAsync(cancellationToken), target);
        return new SeriesChange(series, [await change(occurrence)], []);
    }

    private async Task<SeriesChange> ChangeAsync(
        int id, Caller caller, IReadOnlyList<int> otherRoomIds, Func<SeriesEdit, Task<SeriesChange>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var before = await FindAsync(context.Series.AsNoTracking(), id, caller, cancellationToken);
        var held = await context.Reservations.Where(r => r.SeriesId == id).Select(r => r.RoomId).Distinct().ToListAsync(cancellationToken);
        HashSet<int> roomIds = [before.RoomId, .. held, .. otherRoomIds];
        return await transactions.RunAsync(context, roomIds, async () =>
        {
            var series = await FindAsync(context.Series, id, caller, cancellationToken);
            var occurrences = await context.Reservations.Where(r => r.SeriesId == id).OrderBy(r => r.OriginalStart).ToListAsync(cancellationToken);
            return occurrences.All(occurrence => roomIds.Contains(occurrence.RoomId))
                ? await change(new SeriesEdit(context, series, occurrences, calendar, caller.Actor, Now))
                : throw new ReservationMovedException("An occurrence was moved to another room in this moment. Nothing was changed.");
        }, cancellationToken);
    }

    private static async Task<ReservationSeries> FindAsync(IQueryable<ReservationSeries> all, int id, Caller caller, CancellationToken cancellationToken)
    {
        var series = await all.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw new SeriesNotFoundException(id);
        return caller.IsAdministrator || caller.Actor.UserId == series.UserId
            ? series
            : throw new NotAllowedException("Only its owner or an administrator can change this series.");
    }

    private static async Task<BookedSeries> ReadAsync(RoomMonitorDbContext context, ReservationSeries series, CancellationToken cancellationToken) => new(
        series,
        await context.Reservations.AsNoTracking().Where(r => r.SeriesId == series.Id).OrderBy(r => r.Start).ToListAsync(cancellationToken));

    private static Task<Dictionary<int, Room>> RoomsAsync(RoomMonitorDbContext context, IReadOnlyList<int> ids, CancellationToken cancellationToken) =>
        context.Rooms.AsNoTracking().Where(room => ids.Contains(room.Id)).ToDictionaryAsync(room => room.Id, cancellationToken);
}
