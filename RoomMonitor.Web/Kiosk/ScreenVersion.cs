using System.Reflection;

namespace RoomMonitor.Web.Kiosk;

/// <summary>By which a screen knows that another server than the one its page came from answers.</summary>
internal static class ScreenVersion
{
    public static string Current { get; } =
        typeof(ScreenVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
