using System.Text.RegularExpressions;
using MudBlazor;
using MudBlazor.Utilities;
using RoomMonitor.Web.Shell;

namespace RoomMonitor.Tests.Architecture;

/// <summary>One palette, app.css: what must stand elsewhere as well is the same there.</summary>
public sealed partial class PaletteTests
{
    private static readonly string _web = Path.Combine(RepositorySource.Root, "RoomMonitor.Web");

    /// <summary>Files with colours of their own, and why.</summary>
    private static readonly string[] _own =
    [
        "app.css",
        "kiosk.css", // a screen's grounds
        "AppLogo.razor", "favicon.svg", // the sign of the program, on white
        "QrDrawing.cs", "RoomQr.razor", "KioskLinkDialog.razor", "KioskLinkDialog.razor.css", // black on white, for cameras
        "print.css", // paper
        "RoomMonitorTheme.cs", // compared below
    ];

    private static readonly Dictionary<string, (string Light, string Dark)> _palette = Tokens()
        .Matches(File.ReadAllText(Path.Combine(_web, "wwwroot", "app.css")))
        .ToDictionary(token => token.Groups[1].Value, token => (token.Groups[2].Value, token.Groups[3].Success ? token.Groups[3].Value : token.Groups[2].Value));

    [Fact]
    public void Palette_OfTheStyles_IsReadWhole() => _palette.Should().HaveCountGreaterThan(50).And.ContainKeys("bg", "text", "available", "on-frame", "unknown-line");

    [Fact]
    public void Theme_OfMudBlazor_HasItsColours()
    {
        (string Token, Func<Palette, MudColor> Colour)[] same =
        [
            ("primary", palette => palette.Primary), ("on-primary", palette => palette.PrimaryContrastText),
            ("people", palette => palette.Secondary), ("on-people", palette => palette.SecondaryContrastText),
            ("frame", palette => palette.Tertiary), ("on-frame", palette => palette.TertiaryContrastText),
            ("info", palette => palette.Info), ("on-info", palette => palette.InfoContrastText),
            ("available", palette => palette.Success), ("on-available", palette => palette.SuccessContrastText),
            ("ending", palette => palette.Warning), ("on-ending", palette => palette.WarningContrastText),
            ("occupied", palette => palette.Error), ("on-occupied", palette => palette.ErrorContrastText),
            ("unknown", palette => palette.Dark), ("on-unknown", palette => palette.DarkContrastText),
            ("text", palette => palette.TextPrimary), ("text-2", palette => palette.TextSecondary),
            ("text-disabled", palette => palette.TextDisabled), ("text-2", palette => palette.ActionDefault),
            ("text-disabled", palette => palette.ActionDisabled), ("sunken", palette => palette.ActionDisabledBackground),
            ("bg", palette => palette.Background), ("sunken", palette => palette.BackgroundGray),
            ("surface", palette => palette.Surface), ("frame", palette => palette.DrawerBackground),
            ("on-frame-2", palette => palette.DrawerText), ("on-frame-2", palette => palette.DrawerIcon),
            ("bg", palette => palette.AppbarBackground), ("text", palette => palette.AppbarText),
            ("line", palette => palette.LinesDefault), ("line-strong", palette => palette.LinesInputs),
            ("line", palette => palette.TableLines), ("bg", palette => palette.TableStriped),
            ("sunken", palette => palette.TableHover), ("line", palette => palette.Divider),
            ("sunken", palette => palette.DividerLight), ("sunken", palette => palette.Skeleton),
            ("unknown", palette => palette.GrayDefault), ("line-strong", palette => palette.GrayLight),
            ("line", palette => palette.GrayLighter), ("text-2", palette => palette.GrayDark),
            ("text", palette => palette.GrayDarker),
        ];

        foreach (var (token, colour) in same)
        {
            var (light, dark) = _palette[token];
            colour(RoomMonitorTheme.Theme.PaletteLight).Should().Be(new MudColor(light), token);
            colour(RoomMonitorTheme.Theme.PaletteDark).Should().Be(new MudColor(dark), token);
        }
    }

    [Fact]
    public void Colours_OfEveryOtherFile_AreOfThePalette()
    {
        var known = _palette.Values.SelectMany(pair => new[] { pair.Light, pair.Dark }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var pairs = _palette.Values.Select(pair => $"light-dark({pair.Light},{pair.Dark})").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others =
            from file in Directory.EnumerateFiles(_web, "*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js" or ".svg" or ".webmanifest"
            where !file.Contains("/obj/") && !file.Contains("/bin/") && !_own.Contains(Path.GetFileName(file))
            let text = File.ReadAllText(file)
            from colour in Colours().Matches(text).Select(match => match.Value).Where(colour => !known.Contains(colour))
                .Concat(Pairs().Matches(text).Select(match => match.Value).Where(pair => !pairs.Contains(pair)))
            select $"{Path.GetFileName(file)}: {colour}";

        others.Should().BeEmpty();
    }

    [GeneratedRegex(@"^  --([a-z0-9-]+): (?:light-dark\()?(#[0-9A-F]{6})(?:, (#[0-9A-F]{6})\))?;$", RegexOptions.Multiline)]
    private static partial Regex Tokens();

    [GeneratedRegex("(?<!&)#[0-9A-Fa-f]{6}\\b")]
    private static partial Regex Colours();

    [GeneratedRegex(@"light-dark\(#[0-9A-Fa-f]{6},#[0-9A-Fa-f]{6}\)")]
    private static partial Regex Pairs();
}
