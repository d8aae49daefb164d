using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>Section <c>Kiosk</c>, as far as it is about what screens show.</summary>
public sealed class ScreenOptions
{
    /// <summary>A screen that hears nothing for so long shows "Unknown". Before that, from a missed heartbeat on (js/kiosk/age.js), it says as of when it is.</summary>
    [Range(120, 86_400)]
    public int UnknownAfterSeconds { get; init; } = 300;

    public TimeSpan UnknownAfter => TimeSpan.FromSeconds(UnknownAfterSeconds);

    [EnumDataType(typeof(ScreenTheme))]
    public ScreenTheme Theme { get; init; }
}
