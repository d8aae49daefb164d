using System.Globalization;
using System.Runtime.CompilerServices;

namespace RoomMonitor.Tests.Support;

/// <summary>The tests read British English, whatever machine they run on; those about other languages say so (<see cref="InCulture"/>).</summary>
internal static class TestCulture
{
    [ModuleInitializer]
    public static void Set()
    {
        var culture = CultureInfo.GetCultureInfo("en-GB");
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (culture, culture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
    }
}
