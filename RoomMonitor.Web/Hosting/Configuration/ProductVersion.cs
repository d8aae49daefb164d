using System.Reflection;

namespace RoomMonitor.Web.Hosting.Configuration;

/// <summary>Which RoomMonitor this is. <c>Directory.Build.props</c> says it, once.</summary>
internal static class ProductVersion
{
    /// <summary>With the commit where the build knew one: <c>0.9.0+49e4b9c...</c>.</summary>
    public static string Full { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The release alone, <c>0.9.0</c>: what everybody may know.</summary>
    public static string Release { get; } = Full.Split('+')[0];
}
