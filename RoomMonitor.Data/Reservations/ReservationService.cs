using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Locking;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Reservations;

/// <summary>
/// The one way to change reservations. Every change locks its rooms, checks and saves inside one transaction, so that no two
/// reservations ever overlap, and returns once this process's screens have been told.
/// </summary>
/// <remarks>
/// Throws <see cref="InvalidReservationException"/>, <see cref="SlotTakenException"/>, <see cref="ReservationNotFoundException"/>,
/// <see cref="NotAllowedException"/>, <see cref="ReservationTransitionException"/>, <see cref="ReservationMovedException"/> or
/// <see cref="DatabaseBusyException"/>, and for what is new <see cref="BookingLimitException"/>; nothing was changed then.
/// </remarks>
public sealed partial class ReservationService(
    IDbContextFactory<RoomMonitorDbContext> contexts,
    RoomTransactions transactions,
    BookingLimit limit,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
{
    /// <summary>Books: confirmed at once, or pending where the room requires approval.</summary>
    /// <param name="requestKey">
    /// Up to 64 visible ASCII characters. Asked again with the same key, the same user gets what was made before, as it is now; a key that stands for
    /// something else throws <see cref="RequestKeyException"/>.
    /// </param>
    public async Task<Reservation> CreateAsync(
        ReservationDraft draft, Caller caller, CancellationToken cancellationToken, string? requestKey = null)
    {
        var request = requestKey is null ? null : KeyedRequest.Of(requestKey, caller, draft);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (request is not null && await request.MadeBeforeAsync(context.Reservations, cancellationToken) is { } made)
        {
            return made;
        }

        await CheckedRoomAsync(context, draft.RoomId, draft.Start, draft.End, draft.Details, startIsNew: true, cancellationToken);
        return await OnceAsync(context, [draft.RoomId, .. limit.LocksOf(caller)], request, () => CreateLockedAsync(context, draft, caller, request, cancellationToken), cancellationToken);
    }

    public async Task<Reservation> UpdateAsync(int id, ReservationPatch patch, Caller caller, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var before = await FindAsync(context, id, caller, cancellationToken);
        return await transactions.RunAsync(context, [before.RoomId, patch.RoomId ?? before.RoomId], async () =>
        {
            var reservation = await ReadLockedAsync(context, before, cancellationToken);
            var (roomId, start, end) = (patch.RoomId ?? reservation.RoomId, patch.Start ?? reservation.Start, patch.End ?? reservation.End);
            var details = patch.Apply(reservation.Details);
            reservation.RequireChangeable(Now);
            var room = await CheckedRoomAsync(context, roomId, start, end, details, start != reservation.Start, cancellationToken, reservation.Details);
            var slot = new TimeSlot(start, end);
            if (slot != reservation.Slot || roomId != reservation.RoomId)
            {
                await RequireFreeAsync(context, roomId, slot, id, cancellationToken);
            }

            reservation.Update(roomId, slot, details, caller.Actor, Now, room.RequiresApproval);
            return reservation;
        }, cancellationToken);
    }

    public Task<Reservation> ConfirmAsync(int id, Caller caller, CancellationToken cancellationToken) =>
        caller.IsAdministrator
            ? ChangeOneAsync(id, caller, (_, reservation) => reservation.Confirm(caller.Actor, Now), cancellationToken)
            : throw new NotAllowedException("Only an administrator can confirm a reservation.");

    public Task<Reservation> CancelAsync(int id, Caller caller, CancellationToken cancellationToken) =>
        ChangeOneAsync(id, caller, (_, reservation) => reservation.Cancel(caller.Actor, Now), cancellationToken);

    /// <summary>Cancels all reservations of a user that begin in a period and aren't over, in one transaction: the way back from a burst.</summary>
    /// <returns>What was cancelled, by start.</returns>
    public async Task<IReadOnlyList<Reservation>> CancelAllAsync(int userId, TimeSlot period, Caller caller, CancellationToken cancellationToken)
    {
        if (!caller.IsAdministrator)
        {
            throw new NotAllowedException("Only an administrator can cancel all reservations of somebody.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rooms = await Of().Select(reservation => reservation.RoomId).Distinct().ToListAsync(cancellationToken);
        return await transactions.RunAsync(context, rooms, async () =>
        {
            // What was booked or moved meanwhile in a room that isn't locked stays.
            var reservations = await Of().Where(reservation => rooms.Contains(reservation.RoomId)).OrderBy(reservation => reservation.Start).ToListAsync(cancellationToken);
            reservations.ForEach(reservation => reservation.Cancel(caller.Actor, Now));
            return reservations;
        }, cancellationToken);

        IQueryable<Reservation> Of()
        {
            var now = Now;
            return context.Reservations.Where(reservation => reservation.UserId == userId && reservation.Status != ReservationStatus.Cancelled
                && reservation.Start >= period.Start && reservation.Start < period.End && reservation.End > now);
        }
    }

    public Task DeleteAsync(int id, Caller caller, CancellationToken cancellationToken) =>
        ChangeOneAsync(
            id,
            caller,
            (context, reservation) =>
            {
                reservation.Delete(caller.Actor, Now);
                context.Remove(reservation);
            },
            cancellationToken);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<Reservation> ChangeOneAsync(
        int id, Caller caller, Action<RoomMonitorDbContext, Reservation> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var before = await FindAsync(context, id, caller, cancellationToken);
        return await transactions.RunAsync(context, [before.RoomId], async () =>
        {
            var reservation = await ReadLockedAsync(context, before, cancellationToken);
            change(context, reservation);
            return reservation;
        }, cancellationToken);
    }

    /// <summary>Makes a reservation with its room locked; what was made under the same key meanwhile is given back instead.</summary>
    private async Task<Reservation> OnceAsync(
        RoomMonitorDbContext context, IReadOnlyList<int> locks, KeyedRequest? request, Func<Task<Reservation>> create, CancellationToken cancellationToken)
    {
        try
        {
            return await transactions.RunAsync(
                context,
                locks,
                async () => request is not null && await request.MadeBeforeAsync(context.Reservations, cancellationToken) is { } made ? made : await create(),
                cancellationToken);
        }
        catch (DbUpdateException) when (request is not null)
        {
            // The same key at the same time for another room, which is another lock.
            await using var after = await contexts.CreateDbContextAsync(cancellationToken);
            if (await request.MadeBeforeAsync(after.Reservations, cancellationToken) is { } madeMeanwhile)
            {
                return madeMeanwhile;
            }

            throw;
        }
    }

    private async Task<Reservation> CreateLockedAsync(
        RoomMonitorDbContext context, ReservationDraft draft, Caller caller, KeyedRequest? request, CancellationToken cancellationToken)
    {
        // Once more, inside: the room may have been closed or changed, and the account removed, while this waited.
        var slot = new TimeSlot(draft.Start, draft.End);
        var room = await CheckedRoomAsync(context, draft.RoomId, draft.Start, draft.End, draft.Details, startIsNew: true, cancellationToken);
        await RequireAccountAsync(context, caller, cancellationToken);
        await limit.RequireAsync(context, caller, Now, cancellationToken);
        await RequireFreeAsync(context, draft.RoomId, slot, null, cancellationToken);
        var reservation = Reservation.Create(
            draft.RoomId, slot, draft.Details, room.RequiresApproval, caller.Actor, Now, requestKey: request?.Key, requestDigest: request?.Digest);
        context.Reservations.Add(reservation);
        return reservation;
    }

    private static async Task<Reservation> FindAsync(RoomMonitorDbContext context, int id, Caller caller, CancellationToken cancellationToken)
    {
        var reservation = await context.Reservations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
            ?? throw new ReservationNotFoundException(id);
        return caller.MayChange(reservation)
            ? reservation
            : throw new NotAllowedException("Only its owner or an administrator can change this reservation.");
    }

    internal static async Task<Reservation> ReadLockedAsync(RoomMonitorDbContext context, Reservation before, CancellationToken cancellationToken)
    {
        var reservation = await context.Reservations.SingleOrDefaultAsync(r => r.Id == before.Id, cancellationToken)
            ?? throw new ReservationNotFoundException(before.Id);
        return reservation.RoomId == before.RoomId
            ? reservation
            : throw new ReservationMovedException("The reservation was moved to another room in this moment. Nothing was changed.");
    }

    private async Task<Room> CheckedRoomAsync(
        RoomMonitorDbContext context,
        int roomId,
        DateTime start,
        DateTime end,
        ReservationDetails details,
        bool startIsNew,
        CancellationToken cancellationToken,
        ReservationDetails? before = null)
    {
        var room = await context.Rooms.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roomId, cancellationToken);
        ReservationRules.Check(room, start, end, details, Now, startIsNew, before).ThrowIfAny();
        return room!;
    }

    /// <summary>A token lives on for a while when its account is gone, and what a screen asked for when it is revoked.</summary>
    internal static async Task RequireAccountAsync(RoomMonitorDbContext context, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Actor.UserId is { } userId && !await context.Users.AnyAsync(user => user.Id == userId, cancellationToken))
        {
            throw new NotAllowedException("Your account no longer exists.");
        }

        if (caller.Kiosk is { DeviceId: var deviceId } && !await context.Kiosks.AnyAsync(kiosk => kiosk.Id == deviceId && kiosk.RevokedAt == null, cancellationToken))
        {
            throw new NotAllowedException("This screen is not registered any more.");
        }
    }

    internal static async Task RequireFreeAsync(
        RoomMonitorDbContext context, int roomId, TimeSlot slot, int? exceptId, CancellationToken cancellationToken)
    {
        var conflicts = await context.Reservations.AsNoTracking().Overlapping(roomId, slot)
            .Where(r => exceptId == null || r.Id != exceptId).ToListAsync(cancellationToken);
        if (conflicts.Count > 0)
        {
            throw new SlotTakenException(conflicts, isClosed: false);
        }

        if (await context.Blackouts.Overlapping(roomId, slot).AnyAsync(cancellationToken))
        {
            throw new SlotTakenException([], isClosed: true);
        }
    }
}
