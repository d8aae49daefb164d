using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>What administrators do with screens: in the database, and then at once in the fleet.</summary>
/// <remarks>Throws what <see cref="KioskService"/> throws.</remarks>
public sealed class KioskRegistry(KioskService service, KioskFleet fleet, KioskCodes codes, SecurityLog log)
{
    public async Task<KioskInvitation> RegisterAsync(KioskDraft draft, Caller caller, CancellationToken cancellationToken) =>
        Known(await service.RegisterAsync(draft, caller, cancellationToken));

    public async Task<KioskInvitation> InviteAsync(int id, Caller caller, CancellationToken cancellationToken) =>
        Known(await service.InviteAsync(id, caller, cancellationToken));

    /// <summary>Another name, room or right; a page that shows it follows.</summary>
    public async Task ChangeAsync(int id, KioskDraft draft, Caller caller, CancellationToken cancellationToken) =>
        fleet.Put(await service.ChangeAsync(id, draft, caller, cancellationToken));

    /// <summary>Hands a one-time link to the screen that shows a code.</summary>
    public KioskCodeResult Give(string? code, KioskInvitation invitation, Caller caller) =>
        caller.IsAdministrator ? codes.Give(code, invitation.Code) : throw new NotAllowedException("Only an administrator can set up a screen.");

    /// <summary>From here on its token counts for nothing; a page that shows it is told.</summary>
    public async Task RevokeAsync(int id, Caller caller, CancellationToken cancellationToken)
    {
        fleet.Put(await service.RevokeAsync(id, caller, cancellationToken));
        log.ScreenRevoked(id, caller.Actor.Name);
    }

    /// <summary>Opens a one-time link; null where it is none, or not any more.</summary>
    /// <param name="by">Who opens it, for the log.</param>
    public async Task<KioskPairing?> PairAsync(string code, string by, CancellationToken cancellationToken)
    {
        var pairing = await service.PairAsync(code, cancellationToken);
        if (pairing is not null)
        {
            fleet.Put(pairing.Device);
            log.ScreenPaired(pairing.Device.Id, by);
        }

        return pairing;
    }

    /// <summary>Lets a screen show its name big for a while.</summary>
    /// <returns>Whether it listens to this server.</returns>
    public bool Identify(KioskDevice device, Caller caller) => Send(device.Id, KioskEvent.Identify(device.Name), caller);

    /// <summary>Lets a screen load its page anew.</summary>
    /// <returns>Whether it listens to this server.</returns>
    public bool Reload(KioskDevice device, Caller caller) => Send(device.Id, KioskEvent.Reload, caller);

    private bool Send(int id, KioskEvent happened, Caller caller) =>
        caller.IsAdministrator ? fleet.Send(id, happened) : throw new NotAllowedException("Only an administrator can tell a screen something.");

    private KioskInvitation Known(KioskInvitation invitation)
    {
        fleet.Put(invitation.Device);
        return invitation;
    }
}
