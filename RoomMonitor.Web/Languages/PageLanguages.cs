using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace RoomMonitor.Web.Languages;

/// <summary>The languages that the pages are written in, and the cultures of them whose dates and times .NET knows.</summary>
public static class PageLanguages
{
    /// <summary>In their own words. A page in each has the culture that stands beside it where the browser names none of that language.</summary>
    public static ImmutableArray<PageLanguage> All { get; } =
    [
        new("en", "English", CultureInfo.GetCultureInfo("en-GB")),
        new("de", "Deutsch", CultureInfo.GetCultureInfo("de-DE")),
    ];

    public static PageLanguage Default => All[0];

    public static ImmutableArray<CultureInfo> Cultures { get; } =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Where(culture => Find(culture.TwoLetterISOLanguageName) is not null)
            .Select(culture => CultureInfo.GetCultureInfo(culture.Name)),
    ];

    private static readonly FrozenDictionary<string, CultureInfo> _known =
        Cultures.ToFrozenDictionary(culture => culture.Name, StringComparer.OrdinalIgnoreCase);

    public static PageLanguage? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>A culture of the pages by its name; null for any other.</summary>
    public static CultureInfo? Culture(string? name) => name is null ? null : _known.GetValueOrDefault(name);

    /// <summary>The language that was chosen, else the first one of the browser's; dates and times as the browser has them in that language.</summary>
    /// <param name="chosen">The code of a language; null where none was chosen.</param>
    public static CultureInfo Choose(string? chosen, IEnumerable<StringWithQualityHeaderValue> accepted)
    {
        var tags = accepted.Where(tag => tag.Quality is not 0).OrderByDescending(tag => tag.Quality ?? 1).Select(tag => tag.Value.ToString()).ToList();
        var language = Find(chosen) ?? tags.Select(LanguageOf).FirstOrDefault(found => found is not null) ?? Default;
        return tags.Where(tag => LanguageOf(tag) == language).Select(Culture).FirstOrDefault(culture => culture is not null) ?? language.Culture;
    }

    private static PageLanguage? LanguageOf(string tag) => Find(tag.Split('-')[0].ToLowerInvariant());
}
