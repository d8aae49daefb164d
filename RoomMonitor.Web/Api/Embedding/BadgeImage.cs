using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Api.Embedding;

/// <summary>A room's name and status as SVG without script, style sheet or font: what wikis and mail programs let through.</summary>
internal static class BadgeImage
{
    private const int Height = 24;
    private const int GlyphWidth = 28;
    private const int Padding = 8;

    /// <summary>Of 13 px bold sans-serif, about; the text is fitted to it.</summary>
    private const double LetterWidth = 7.6;

    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    /// <param name="language">Such as <c>de</c>; English where it isn't spoken.</param>
    public static string Of(string roomName, OccupancyStatus status, string? language)
    {
        var spoken = PageLanguages.Find(language?.ToLowerInvariant()) ?? PageLanguages.Default;
        var (word, name) = (WordOf(status, spoken), new string([.. roomName.Where(XmlConvert.IsXmlChar)]));
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
            new XAttribute(XNamespace.Xml + "lang", spoken.Code),
            new XElement(_svg + "title", new XAttribute("id", "title"), $"{name}: {word}"),
            new XElement(_svg + "rect", Size(total), new XAttribute("rx", 4), new XAttribute("fill", "#13202C")),
            new XElement(_svg + "path", new XAttribute("d", $"M{start} 0H{total - 4}a4 4 0 0 1 4 4V20a4 4 0 0 1-4 4H{start}z"), new XAttribute("fill", background)),
            Text(name, Padding, nameWidth, "#FFFFFF"),
            GlyphOf(status, foreground, start + 6),
            Text(word, start + GlyphWidth, wordWidth, foreground)).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>In the language of the address: an image has no reader whose language is known.</summary>
    private static string WordOf(OccupancyStatus status, PageLanguage language)
    {
        var name = status switch
        {
            OccupancyStatus.Free => nameof(StatusTexts.Available),
            OccupancyStatus.EndingSoon => nameof(StatusTexts.EndingSoon),
            _ => nameof(StatusTexts.Occupied),
        };
        return StatusTexts.ResourceManager.GetString(name, language.Culture)!;
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

    private static XElement GlyphOf(OccupancyStatus status, string colour, int x)
    {
        var shapes = status switch
        {
            OccupancyStatus.Free => StatusShapes.Available,
            OccupancyStatus.EndingSoon => StatusShapes.EndingSoon,
            _ => StatusShapes.Occupied,
        };
        var glyph = XElement.Parse($"""<g xmlns="{_svg}">{shapes}</g>""");
        glyph.Attributes().Remove();
        var place = string.Create(CultureInfo.InvariantCulture, $"translate({x} 3) scale(.75)");
        glyph.Add(new XAttribute("color", colour), new XAttribute("transform", place));
        return glyph;
    }
}
