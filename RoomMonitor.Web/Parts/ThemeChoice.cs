using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Web.Parts;

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

    /// <summary>What the profile says counts; whether the system is dark is known from the cookie alone.</summary>
    public ThemeChoice Preferring(ThemePreference? preference) => preference switch
    {
        ThemePreference.Light => FromCookie("light"),
        ThemePreference.Dark => FromCookie("dark"),
        ThemePreference.Auto when Choice != "auto" => Automatic,
        _ => this,
    };

    /// <summary>A choice of the browser's as the profile keeps it; null for none.</summary>
    public static ThemePreference? PreferenceOf(string choice) => choice switch
    {
        "auto" => ThemePreference.Auto,
        "light" => ThemePreference.Light,
        "dark" => ThemePreference.Dark,
        _ => null,
    };

    /// <summary>The word by which the browser knows it.</summary>
    public static string WordOf(ThemePreference preference) => preference switch
    {
        ThemePreference.Light => "light",
        ThemePreference.Dark => "dark",
        _ => "auto",
    };
}
