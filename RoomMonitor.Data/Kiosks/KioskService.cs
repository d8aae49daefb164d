using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Reservations;

namespace RoomMonitor.Data.Kiosks;

/// <summary>Registers screens, invites, pairs and revokes them.</summary>
/// <remarks>Throws <see cref="NotAllowedException"/> where the caller is no administrator, and <see cref="KioskNotFoundException"/>.</remarks>
public sealed class KioskService(IDbContextFactory<RoomMonitorDbContext> contexts, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <exception cref="ArgumentException">There can be no such screen.</exception>
    public async Task<KioskInvitation> RegisterAsync(KioskDraft draft, Caller caller, CancellationToken cancellationToken)
    {
        RequireAdministrator(caller);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await RequirePossibleAsync(context, draft, cancellationToken);
        var device = KioskDevice.Register(draft, caller.Actor.Name, Now);
        var code = device.Invite(Now);
        context.Add(device);
        await context.SaveChangesAsync(cancellationToken);
        return new KioskInvitation(device, code);
    }

    /// <summary>A new link for a screen that is registered.</summary>
    /// <exception cref="InvalidOperationException">It is revoked.</exception>
    public async Task<KioskInvitation> InviteAsync(int id, Caller caller, CancellationToken cancellationToken)
    {
        RequireAdministrator(caller);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var device = await FindAsync(context, id, cancellationToken);
        var code = device.Invite(Now);
        await context.SaveChangesAsync(cancellationToken);
        return new KioskInvitation(device, code);
    }

    /// <summary>Gives a screen another name, place or right.</summary>
    /// <exception cref="ArgumentException">There can be no such screen.</exception>
    /// <exception cref="InvalidOperationException">It is revoked.</exception>
    public async Task<KioskDevice> ChangeAsync(int id, KioskDraft draft, Caller caller, CancellationToken cancellationToken)
    {
        RequireAdministrator(caller);
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await RequirePossibleAsync(context, draft, cancellationToken);
        }

        return await ChangeAsync(id, device => device.Change(draft), cancellationToken);
    }

    /// <summary>For good, and twice as well as once.</summary>
    public Task<KioskDevice> RevokeAsync(int id, Caller caller, CancellationToken cancellationToken)
    {
        RequireAdministrator(caller);
        return ChangeAsync(id, device => device.Revoke(Now), cancellationToken);
    }

    private async Task<KioskDevice> ChangeAsync(int id, Action<KioskDevice> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var device = await FindAsync(context, id, cancellationToken);
            change(device);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return device;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Just invited or paired by somebody else: that must not save it from being revoked, nor be lost.
            }
        }
    }

    /// <summary>The screen that a link would make; null where the link is none, or not any more.</summary>
    public async Task<KioskDevice?> FindInvitedAsync(string code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindInvitedAsync(context, code, cancellationToken);
    }

    /// <summary>Opens a link, once; null where it is none, or not any more.</summary>
    public async Task<KioskPairing?> PairAsync(string code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindInvitedAsync(context, code, cancellationToken) is not { } device)
        {
            return null;
        }

        var token = device.Pair(Now);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return new KioskPairing(device, token);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private async Task<KioskDevice?> FindInvitedAsync(RoomMonitorDbContext context, string code, CancellationToken cancellationToken)
    {
        if (!KioskSecret.IsPossible(code))
        {
            return null;
        }

        var hash = KioskSecret.HashOf(code);
        var device = await context.Kiosks.SingleOrDefaultAsync(kiosk => kiosk.InvitationHash == hash, cancellationToken);
        return device?.IsInvited(Now) == true ? device : null;
    }

    private static async Task RequirePossibleAsync(RoomMonitorDbContext context, KioskDraft draft, CancellationToken cancellationToken)
    {
        if (!draft.IsPossible || (draft.RoomId is { } roomId && !await context.Rooms.AnyAsync(room => room.Id == roomId, cancellationToken)))
        {
            throw new ArgumentException("There can be no such screen.", nameof(draft));
        }
    }

    private static async Task<KioskDevice> FindAsync(RoomMonitorDbContext context, int id, CancellationToken cancellationToken) =>
        await context.Kiosks.SingleOrDefaultAsync(kiosk => kiosk.Id == id, cancellationToken) ?? throw new KioskNotFoundException(id);

    private static void RequireAdministrator(Caller caller)
    {
        if (!caller.IsAdministrator)
        {
            throw new NotAllowedException("Only an administrator can register, change, invite or revoke a screen.");
        }
    }
}
