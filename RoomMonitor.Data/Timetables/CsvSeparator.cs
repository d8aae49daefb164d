using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RoomMonitor.Data.Timetables;

/// <summary>
/// What stands between the cells of a file: a comma, or what spreadsheets put there in other countries. The header decides: a separator that doesn't
/// split it into the columns is none.
/// </summary>
internal static class CsvSeparator
{
    public const string Comma = ",";

    private static readonly (string Separator, string Name)[] _all = [(Comma, "commas"), (";", "semicolons"), ("\t", "tabs")];

    public static string NameOf(string separator) => _all.First(one => one.Separator == separator).Name;

    /// <summary>The separator that gives the most of the columns; a comma where none gives more.</summary>
    public static string Of(string text, IReadOnlyList<string> columns) =>
        _all.MaxBy(one => Header(text, one.Separator).Intersect(columns, StringComparer.OrdinalIgnoreCase).Count()).Separator;

    /// <summary>Whether a line tells a spreadsheet what separates the others, such as <c>sep=;</c>.</summary>
    public static bool IsHint(string line) =>
        line.Trim().Trim('"') is var hint && hint.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && hint.Length <= "sep=".Length + 1;

    public static CsvConfiguration Configuration(string separator) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = separator,
        DetectDelimiter = false,
        Mode = CsvMode.RFC4180,

        // Blank lines are skipped by whoever reads, so that lines are counted as an editor counts them.
        IgnoreBlankLines = false,
        BadDataFound = null,
    };

    private static string[] Header(string text, string separator)
    {
        using var parser = new CsvParser(new StringReader(text), Configuration(separator));
        while (parser.Read())
        {
            var fields = Enumerable.Range(0, parser.Count).Select(index => parser[index].Trim()).ToArray();
            if (!Array.TrueForAll(fields, field => field.Length == 0) && !IsHint(parser.RawRecord))
            {
                return fields;
            }
        }

        return [];
    }
}
