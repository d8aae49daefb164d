using System.Globalization;

namespace RoomMonitor.Data.Timetables;

/// <summary>One row: reads its cells by column, and reports those that can't be.</summary>
internal sealed class CsvRow(
    string file, int line, IReadOnlyDictionary<string, int> header, string[] fields, List<TimetableError> errors)
{
    private static readonly string[] _timeFormats = ["HH:mm", "H:mm"];

    public int Line => line;

    public bool HasErrors { get; private set; }

    public string this[string column] => fields[header[column]];

    /// <summary>Values with <c>|</c> between them.</summary>
    public string[] List(string column) =>
        this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string Text(string column, int maximumLength)
    {
        if (this[column].Length > maximumLength)
        {
            Fail(column, $"longer than {maximumLength} characters.");
        }

        return this[column];
    }

    public string RequiredText(string column, int maximumLength)
    {
        if (this[column].Length == 0)
        {
            Fail(column, "empty.");
        }

        return Text(column, maximumLength);
    }

    /// <summary>Null where the cell is empty.</summary>
    public int? Integer(string column, int minimum, int maximum)
    {
        if (this[column].Length == 0)
        {
            return null;
        }

        if (int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
        {
            return value;
        }

        Fail(column, $"\"{this[column]}\" is no whole number from {minimum} to {maximum}.");
        return null;
    }

    public TimeOnly? Time(string column)
    {
        if (TimeOnly.TryParseExact(this[column], _timeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Fail(column, $"\"{this[column]}\" is no time of day such as 09:30.");
        return null;
    }

    public DateOnly? Date(string column) => Date(column, this[column]);

    public DateOnly? Date(string column, string text)
    {
        // Within what every time zone can represent, and what a timetable can mean.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1970 and < 2200)
        {
            return date;
        }

        Fail(column, $"\"{text}\" is no date such as 2018-10-22.");
        return null;
    }

    public void Fail(string? column, string reason)
    {
        HasErrors = true;
        errors.Add(new TimetableError(file, line, column, reason));
    }
}
