namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>The ground of the screens, where their address says nothing else.</summary>
public enum ScreenTheme
{
    /// <summary>As each screen's own system has it.</summary>
    Auto,
    Light,
    Dark,
}
