namespace RoomMonitor.Data.Accounts;

public enum ThemePreference
{
    /// <summary>As the device has it.</summary>
    Auto,
    Light,
    Dark,
}
