namespace RoomMonitor.Web.Components;

/// <summary>
/// Light, dark, or as the system has it. It lives in a cookie that js/theme.js writes, so that the first byte of a page is right; with
/// the automatic choice the cookie also holds what the system had last.
/// </summary>
/// <param name="Choice"><c>auto</c>, <c>light</c> or <c>dark</c>.</param>
/// <param name="Scheme"><c>light</c> or <c>dark</c>; null where only the browser knows.</param>
public sealed record ThemeChoice(string Choice, string? Scheme)
{
    public const string CookieName = "roommonitor-theme";

    public static ThemeChoice Automatic { get; } = new("auto", null);

    public bool IsDark => Scheme == "dark";

    public static ThemeChoice FromCookie(string? value) => value switch
    {
        "light" => new("light", "light"),
        "dark" => new("dark", "dark"),
        "auto-light" => new("auto", "light"),
        "auto-dark" => new("auto", "dark"),
        _ => Automatic,
    };
}
