using System.Globalization;

namespace RoomMonitor.Tests.Support;

/// <summary>Another culture until it is disposed, as a page's request has it.</summary>
internal sealed class InCulture : IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo UI) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public InCulture(string name) => Set(CultureInfo.GetCultureInfo(name), CultureInfo.GetCultureInfo(name));

    public void Dispose() => Set(_before.Culture, _before.UI);

    private static void Set(CultureInfo culture, CultureInfo ui) => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
}
