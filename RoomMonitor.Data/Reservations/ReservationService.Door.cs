using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Reservations;

/// <summary>
/// What is done at a room's door: by whom it belongs to, by administrators, and by a screen that is registered for the room, unless the room
/// requires approval.
/// </summary>
public sealed partial class ReservationService
{
    /// <summary>Nothing shorter is booked or added.</summary>
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);

    /// <summary>Books by a screen: from the running minute on, as long as asked or up to what holds the room next.</summary>
    /// <param name="requestKey">As for <see cref="CreateAsync"/>; with it belong the room and the length that was asked for.</param>
    public async Task<Reservation> BookNowAsync(
        int roomId, TimeSpan length, ReservationDetails details, Caller caller, string requestKey, CancellationToken cancellationToken)
    {
        var request = KeyedRequest.Of(requestKey, caller, new { roomId, length });
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await request.MadeBeforeAsync(context.Reservations, cancellationToken) is { } made)
        {
            return made;
        }

        return await OnceAsync(
            context,
            [roomId],
            request,
            async () =>
            {
                await RequireDoorAsync(context, roomId, caller, cancellationToken);
                var now = Now;
                var until = await FreeUntilAsync(context, roomId, now, now + length, cancellationToken);
                var start = await StartAsync(context, roomId, now, cancellationToken);
                var draft = new ReservationDraft(roomId, start, until < start + length ? until : start + length, details);
                return await CreateLockedAsync(context, draft, caller, request, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Ends a running reservation now; cancels it where it began in this very minute. The room is free at once.</summary>
    public Task<Reservation> EndEarlyAsync(int id, Caller caller, CancellationToken cancellationToken) =>
        ChangeAtDoorAsync(
            id,
            caller,
            (_, reservation) =>
            {
                reservation.EndEarly(caller.Actor, Now);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Somebody has come: from a quarter of an hour before the start, once.</summary>
    public Task<Reservation> CheckInAsync(int id, Caller caller, CancellationToken cancellationToken) =>
        ChangeAtDoorAsync(
            id,
            caller,
            (_, reservation) =>
            {
                reservation.CheckIn(caller.Actor, Now);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Lets a running reservation last longer, as long as asked or up to what holds the room next.</summary>
    public Task<Reservation> ExtendAsync(int id, TimeSpan by, Caller caller, CancellationToken cancellationToken) =>
        ChangeAtDoorAsync(
            id,
            caller,
            async (context, reservation) =>
            {
                reservation.RequireRunning(Now);
                var until = await FreeUntilAsync(context, reservation.RoomId, reservation.End, reservation.End + by, cancellationToken);
                reservation.Extend(until, caller.Actor, Now);
            },
            cancellationToken);

    private async Task<Reservation> ChangeAtDoorAsync(
        int id, Caller caller, Func<RoomMonitorDbContext, Reservation, Task> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var before = await context.Reservations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
            ?? throw new ReservationNotFoundException(id);
        return await transactions.RunAsync(context, [before.RoomId], async () =>
        {
            var reservation = await ReadLockedAsync(context, before, cancellationToken);
            if (!caller.MayChange(reservation))
            {
                await RequireDoorAsync(context, reservation.RoomId, caller, cancellationToken);
                await RequireAccountAsync(context, caller, cancellationToken);
            }

            await change(context, reservation);
            return reservation;
        }, cancellationToken);
    }

    private static async Task RequireDoorAsync(RoomMonitorDbContext context, int roomId, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Kiosk is not { } kiosk)
        {
            throw new NotAllowedException("Only its owner, an administrator or a screen of its room can change this reservation.");
        }

        if (!kiosk.RoomIds.Contains(roomId))
        {
            throw new NotAllowedException("This screen stands for another room.");
        }

        var room = await context.Rooms.AsNoTracking().SingleOrDefaultAsync(room => room.Id == roomId, cancellationToken);
        if (room?.RequiresApproval == true)
        {
            throw new NotAllowedException("Reservations of this room are approved by somebody: it can't be done at the door.");
        }
    }

    /// <summary>The running minute, or this moment where something held the room within the minute.</summary>
    private static async Task<DateTime> StartAsync(RoomMonitorDbContext context, int roomId, DateTime now, CancellationToken cancellationToken)
    {
        var minute = WholeMinutes.AtOrBefore(now);
        if (minute == now)
        {
            return now;
        }

        var gone = new TimeSlot(minute, now);
        var wasHeld = await context.Reservations.Overlapping(roomId, gone).AnyAsync(cancellationToken)
            || await context.Blackouts.Overlapping(roomId, gone).AnyAsync(cancellationToken);
        return wasHeld ? now : minute;
    }

    /// <summary>How long a room that is free from an instant on stays so, up to the time that is wanted.</summary>
    /// <exception cref="SlotTakenException">Held, or as good as.</exception>
    private static async Task<DateTime> FreeUntilAsync(
        RoomMonitorDbContext context, int roomId, DateTime from, DateTime wanted, CancellationToken cancellationToken)
    {
        var slot = new TimeSlot(from, wanted);
        var reservations = await context.Reservations.AsNoTracking().Overlapping(roomId, slot).ToListAsync(cancellationToken);
        if (reservations.Any(reservation => IsInTheWay(reservation.Start)))
        {
            throw new SlotTakenException(reservations, isClosed: false);
        }

        var closures = await context.Blackouts.AsNoTracking().Overlapping(roomId, slot).Select(blackout => blackout.Start).ToListAsync(cancellationToken);
        return closures.Exists(IsInTheWay)
            ? throw new SlotTakenException([], isClosed: true)
            : reservations.Select(reservation => reservation.Start).Concat(closures).Append(wanted).Min();

        bool IsInTheWay(DateTime start) => start - from < _shortest;
    }
}
