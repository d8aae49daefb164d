using System.Text.Json;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>Something that a screen is told over its event stream.</summary>
/// <param name="Text">As it is written (server-sent events of the HTML standard).</param>
internal sealed record KioskEvent(string Text)
{
    private const int IdentifySeconds = 15;

    /// <summary>Nothing, so that proxies keep the line open.</summary>
    public static KioskEvent KeepAlive { get; } = new(":\n\n");

    public static KioskEvent Reload { get; } = Of("reload", "{}");

    public static KioskEvent Revoked { get; } = Of("revoked", "{}");

    /// <summary>Show your name big.</summary>
    public static KioskEvent Identify(string name) =>
        Of("identify", JsonSerializer.Serialize(new { name, seconds = IdentifySeconds }, WireJson.Options));

    /// <summary>What you stand for: where your page is of something else, go there.</summary>
    public static KioskEvent Placed(KioskPlacement placement) => Of("placed", JsonSerializer.Serialize(placement, WireJson.Options));

    // JSON has no line breaks unless it is indented.
    private static KioskEvent Of(string name, string data) => new($"event: {name}\ndata: {data}\n\n");
}
