using CsvHelper;
using RoomMonitor.Domain.Names;

namespace RoomMonitor.Data.Timetables;

/// <summary>
/// Reads a CSV file (RFC 4180, header row, columns in any order) into rows that know their physical line. What spreadsheets add is passed over: rows of
/// separators alone, and a first line that names the separator.
/// </summary>
internal static class CsvTable
{
    /// <summary>The rows that could be read; what couldn't is in <paramref name="errors"/>.</summary>
    /// <param name="notes">What was found that isn't as the documentation describes it, and was read all the same.</param>
    public static IReadOnlyList<CsvRow> Read(TimetableFile file, IReadOnlyList<string> columns, List<TimetableError> errors, List<string> notes)
    {
        if (StrictUtf8.Decode(file, errors) is not { } text)
        {
            return [];
        }

        var separator = CsvSeparator.Of(text, columns);
        var hasBrokenQuotes = false;
        var configuration = CsvSeparator.Configuration(separator);
        configuration.BadDataFound = _ => hasBrokenQuotes = true;
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
            var written = Enumerable.Range(0, parser.Count).Select(index => parser[index]).ToArray();
            var fields = Array.ConvertAll(written, NameText.Shown);
            if (hasBrokenQuotes)
            {
                errors.Add(new TimetableError(
                    file.Name, line, null, "broken quotes: a quoted field begins and ends with \", and has \"\" for each quote inside it."));
            }
            else if (Array.TrueForAll(fields, field => field.Length == 0) || (header is null && CsvSeparator.IsHint(parser.RawRecord)))
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
            else if (FindHidden(written, header, columns) is { Letter: { } letter, Column: var column })
            {
                errors.Add(new TimetableError(
                    file.Name, line, column, $"{HiddenCharacters.NameOf(letter)} stands in it, which nobody sees and which changes how a text reads: delete it."));
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
        else if (separator != CsvSeparator.Comma)
        {
            notes.Add($"{file.Name}: {CsvSeparator.NameOf(separator)} stand between the cells, and were read so.");
        }

        return rows;
    }

    /// <summary>A cell of several lines is read as one line; what else can't be seen was put there by a mistake, or to deceive.</summary>
    private static (string Column, char? Letter) FindHidden(string[] written, Dictionary<string, int> header, IReadOnlyList<string> columns) => columns
        .Where(header.ContainsKey)
        .Select(column => (column, HiddenCharacters.FindIn(written[header[column]], mayHaveLines: true)))
        .FirstOrDefault(cell => cell.Item2 is not null);

    private static Dictionary<string, int> Header(
        string file, int line, string[] fields, IReadOnlyList<string> columns, List<TimetableError> errors)
    {
        var header = new Dictionary<string, int>(NameComparer.Instance);
        for (var index = 0; index < fields.Length; index++)
        {
            if (!header.TryAdd(fields[index], index) && columns.Contains(fields[index], NameComparer.Instance))
            {
                errors.Add(new TimetableError(file, line, fields[index], "this column stands there twice."));
            }
        }

        var missing = columns.Where(column => !header.ContainsKey(column)).ToList();
        if (missing.Count > 0)
        {
            errors.Add(new TimetableError(file, line, null, $"missing columns: {string.Join(", ", missing)}."));
        }

        return header;
    }
}
