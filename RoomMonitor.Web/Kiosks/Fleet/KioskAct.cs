namespace RoomMonitor.Web.Kiosks.Fleet;

/// <summary>What an administrator does with a screen in the list.</summary>
public enum KioskAct
{
    Change,
    Identify,
    Reload,
    NewLink,
    Revoke,
}
