using RoomMonitor.Data;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>Recognises the screen that sends a request, once for each request.</summary>
internal sealed class KioskDevices(KioskFleet fleet, KioskQueries queries, OccupancyBroadcaster board)
{
    public static KioskDeviceView? Current(HttpContext context) => context.Features.Get<Recognised>()?.View;

    /// <summary>The digest of the token by which the screen was recognised.</summary>
    public static string TokenHashOf(HttpContext context) =>
        context.Features.Get<Recognised>()?.TokenHash ?? throw new InvalidOperationException("No screen asks.");

    /// <summary>For everything under the screens' path, before any endpoint.</summary>
    public async Task RecogniseAsync(HttpContext context, RequestDelegate next)
    {
        if (KioskScheme.TokenOf(context.Request) is { } token && KioskSecret.IsPossible(token))
        {
            var hash = KioskSecret.HashOf(token);
            if (await FindAsync(context, hash) is { } screen)
            {
                context.Features.Set(new Recognised(ViewOf(screen.Device), hash));
            }
        }

        await next(context);
    }

    /// <summary>A token that is unknown here may have been given by another server just now.</summary>
    private async ValueTask<KioskScreen?> FindAsync(HttpContext context, string hash)
    {
        if (fleet.FindByToken(hash) is { } known)
        {
            return known;
        }

        try
        {
            if (await queries.FindByTokenAsync(hash, context.RequestAborted) is { } device)
            {
                fleet.Put(device);
            }
        }
        catch (Exception exception) when (DatabaseFailures.Cause(exception) is not null && !context.Request.Path.StartsWithSegments(KioskScheme.DevicePath))
        {
            // A page is better shown as to anybody than not at all; it asks again who it is (js/kiosk/screen.js).
        }

        return fleet.FindByToken(hash);
    }

    private KioskDeviceView ViewOf(KioskDevice device) => new(
        device.Id,
        device.Name,
        device.Kind,
        RoomsOf(device),
        device.Building,
        device.Floor,
        device.ShowsDetails,
        device.MayBook,
        KioskPlacement.Of(device));

    /// <summary>As the board has them now: rooms come and go.</summary>
    private IReadOnlyList<int> RoomsOf(KioskDevice device)
    {
        var snapshot = board.Snapshot;
        return device.RoomId is { } roomId
            ? snapshot.Find(roomId) is null ? [] : [roomId]
            : [.. snapshot.Rooms
                .Where(room => (device.Building is null || NameText.AreSame(room.Room.Building, device.Building)) && (device.Floor is null || room.Room.Floor == device.Floor))
                .Select(room => room.Room.Id)];
    }

    private sealed record Recognised(KioskDeviceView View, string TokenHash);
}
