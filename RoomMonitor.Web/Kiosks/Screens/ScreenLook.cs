using System.Globalization;
using RoomMonitor.Web.Languages;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>How the address of a screen wants it to look.</summary>
/// <param name="Theme"><c>light</c> or <c>dark</c>; null for what the screen's own system says.</param>
/// <param name="Eink">Black and white, still.</param>
/// <param name="Culture">Of its words and times; null for what the browser asks for.</param>
public sealed record ScreenLook(string? Theme, bool Eink, CultureInfo? Culture)
{
    public static ScreenLook Of(IQueryCollection query, ScreenTheme campus)
    {
        var theme = query["theme"].ToString() switch
        {
            "light" => "light",
            "dark" => "dark",
            "auto" => null,
            _ => campus switch { ScreenTheme.Light => "light", ScreenTheme.Dark => "dark", _ => null },
        };
        var language = query["lang"].ToString();
        return new(theme, query["eink"].ToString() is "1" or "true", PageLanguages.Culture(language) ?? PageLanguages.Find(language)?.Culture);
    }
}
