using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RoomMonitor.Data.Timetables;

/// <summary>Reads a CSV file (RFC 4180, header row, columns in any order) into rows that know their physical line.</summary>
internal static class CsvTable
{
    /// <summary>The rows that could be read; what couldn't is in <paramref name="errors"/>.</summary>
    public static IReadOnlyList<CsvRow> Read(TimetableFile file, IReadOnlyList<string> columns, List<TimetableError> errors)
    {
        if (StrictUtf8.Decode(file, errors) is not { } text)
        {
            return [];
        }

        var hasBrokenQuotes = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",",
            DetectDelimiter = false,
            Mode = CsvMode.RFC4180,

            // Blank lines are skipped here, so that lines are counted as an editor counts them.
            IgnoreBlankLines = false,
            BadDataFound = _ => hasBrokenQuotes = true,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var rows = new List<CsvRow>();
        Dictionary<string, int>? header = null;
        var width = 0;
        var nextLine = 1;
        while (parser.Read())
        {
            var line = nextLine;
            nextLine = parser.RawRow + 1;
            hasBrokenQuotes = false;
            var fields = Enumerable.Range(0, parser.Count).Select(index => Normalize(parser[index])).ToArray();
            if (hasBrokenQuotes)
            {
                errors.Add(new TimetableError(
                    file.Name, line, null, "broken quotes: a quoted field begins and ends with \", and has \"\" for each quote inside it."));
            }
            else if (fields is [""])
            {
                continue;
            }
            else if (header is null)
            {
                (header, width) = (Header(file.Name, line, fields, columns, errors), fields.Length);
            }
            else if (fields.Length != width)
            {
                errors.Add(new TimetableError(file.Name, line, null, $"{fields.Length} fields, where the header has {width}."));
            }
            else
            {
                rows.Add(new CsvRow(file.Name, line, header, fields, errors));
                continue;
            }

            if (header is null || !columns.All(header.ContainsKey))
            {
                // Without its header no line of it means anything.
                return [];
            }
        }

        if (header is null)
        {
            errors.Add(new TimetableError(file.Name, 1, null, $"the file is empty: a header line is needed with {string.Join(", ", columns)}."));
        }

        return rows;
    }

    private static Dictionary<string, int> Header(
        string file, int line, string[] fields, IReadOnlyList<string> columns, List<TimetableError> errors)
    {
        var header = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < fields.Length; index++)
        {
            if (!header.TryAdd(fields[index], index) && columns.Contains(fields[index], StringComparer.OrdinalIgnoreCase))
            {
                errors.Add(new TimetableError(file, line, fields[index], "this column stands there twice."));
            }
        }

        var missing = columns.Where(column => !header.ContainsKey(column)).ToList();
        if (missing.Count > 0)
        {
            var hint = fields is [var only] && only.Contains(';', StringComparison.Ordinal) ? " The separator must be a comma." : "";
            errors.Add(new TimetableError(file, line, null, $"missing columns: {string.Join(", ", missing)}.{hint}"));
        }

        return header;
    }

    /// <summary>Trimmed, in one line.</summary>
    private static string Normalize(string field) => string.Join(' ', field.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
