using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Web.Api.Embedding;

/// <summary>A room's name and status as SVG without script, style sheet or font: what wikis and mail programs let through.</summary>
internal static class BadgeImage
{
    private const string English = "en";
    private const int Height = 24;
    private const int GlyphWidth = 28;
    private const int Padding = 8;

    /// <summary>Of 13 px bold sans-serif, about; the text is fitted to it.</summary>
    private const double LetterWidth = 7.6;

    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    /// <summary>The words of js/room-badge.js: an image has no reader whose language is known.</summary>
    private static readonly Dictionary<string, Dictionary<OccupancyStatus, string>> _words = new(StringComparer.OrdinalIgnoreCase)
    {
        [English] = new()
        {
            [OccupancyStatus.Free] = "Available",
            [OccupancyStatus.EndingSoon] = "Ending soon",
            [OccupancyStatus.Occupied] = "Occupied",
        },
        ["de"] = new()
        {
            [OccupancyStatus.Free] = "Frei",
            [OccupancyStatus.EndingSoon] = "Bald frei",
            [OccupancyStatus.Occupied] = "Belegt",
        },
    };

    /// <param name="language">Such as <c>de</c>; English where it isn't spoken.</param>
    public static string Of(string roomName, OccupancyStatus status, string? language)
    {
        var spoken = language is not null && _words.ContainsKey(language) ? language.ToLowerInvariant() : English;
        var (word, name) = (_words[spoken][status], new string([.. roomName.Where(XmlConvert.IsXmlChar)]));
        var (background, foreground) = ColoursOf(status);
        var (nameWidth, wordWidth) = (WidthOf(name), WidthOf(word));
        var total = nameWidth + (3 * Padding) + GlyphWidth + wordWidth;
        var start = nameWidth + (2 * Padding);
        return new XElement(
            _svg + "svg",
            new XAttribute("width", total),
            new XAttribute("height", Height),
            new XAttribute("viewBox", $"0 0 {total} {Height}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "title"),
            new XAttribute(XNamespace.Xml + "lang", spoken),
            new XElement(_svg + "title", new XAttribute("id", "title"), $"{name}: {word}"),
            new XElement(_svg + "rect", Size(total), new XAttribute("rx", 4), new XAttribute("fill", "#13202C")),
            new XElement(_svg + "path", new XAttribute("d", $"M{start} 0H{total - 4}a4 4 0 0 1 4 4V20a4 4 0 0 1-4 4H{start}z"), new XAttribute("fill", background)),
            Text(name, Padding, nameWidth, "#FFFFFF"),
            new XElement(
                _svg + "g",
                new XAttribute("transform", $"translate({start + 6} 3) scale(.75)"),
                new XAttribute("fill", "none"),
                new XAttribute("stroke", foreground),
                new XAttribute("stroke-width", "2.5"),
                GlyphOf(status, foreground)),
            Text(word, start + GlyphWidth, wordWidth, foreground)).ToString(SaveOptions.DisableFormatting);
    }

    private static XAttribute[] Size(int width) => [new("width", width), new("height", Height)];

    private static int WidthOf(string text) => (int)Math.Ceiling(new StringInfo(text).LengthInTextElements * LetterWidth);

    private static XElement? Text(string text, int x, int width, string colour) => text.Length == 0 ? null : new XElement(
        _svg + "text",
        new XAttribute("x", x),
        new XAttribute("y", 17),
        new XAttribute("textLength", width),
        new XAttribute("lengthAdjust", "spacingAndGlyphs"),
        new XAttribute("fill", colour),
        new XAttribute("font-family", "Roboto, Verdana, sans-serif"),
        new XAttribute("font-size", 13),
        new XAttribute("font-weight", 700),
        text);

    private static (string Background, string Foreground) ColoursOf(OccupancyStatus status) => status switch
    {
        OccupancyStatus.Free => ("#00735F", "#FFFFFF"),
        OccupancyStatus.EndingSoon => ("#FFC52B", "#2A1E00"),
        OccupancyStatus.Occupied => ("#AE1E2B", "#FFFFFF"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>The shapes of StatusGlyph.razor.</summary>
    private static XElement[] GlyphOf(OccupancyStatus status, string colour) => status switch
    {
        OccupancyStatus.Free => [Ring(), new(_svg + "path", new XAttribute("d", "M7.7 12.5l3.1 3.1 5.7-6.6"))],
        OccupancyStatus.EndingSoon =>
        [
            Ring(),
            new(_svg + "path", new XAttribute("d", "M12 12V5.6a6.4 6.4 0 1 1-3.76 11.58z"), new XAttribute("fill", colour), new XAttribute("stroke", "none")),
        ],
        _ =>
        [
            new(
                _svg + "path",
                new XAttribute("fill", colour),
                new XAttribute("stroke", "none"),
                new XAttribute("fill-rule", "evenodd"),
                new XAttribute("d", "M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21ZM6 10.4h12v3.2H6Z")),
        ],
    };

    private static XElement Ring() => new(_svg + "circle", new XAttribute("cx", 12), new XAttribute("cy", 12), new XAttribute("r", "9.25"));
}
