using System.Globalization;
using RoomMonitor.Domain.Names;

namespace RoomMonitor.Data.Timetables;

/// <summary>One row: reads its cells by column, and reports those that can't be.</summary>
internal sealed class CsvRow(
    string file, int line, IReadOnlyDictionary<string, int> header, string[] fields, List<TimetableError> errors)
{
    public int Line => line;

    public bool HasErrors { get; private set; }

    /// <summary>For people to read.</summary>
    public string this[string column] => fields[header[column]];

    /// <summary>Without what nobody sees: a number, a date, or a name by which something is found.</summary>
    public string Plain(string column) => NameText.Plain(this[column]);

    /// <summary>Values with <c>|</c> between them.</summary>
    public string[] List(string column) =>
        Plain(column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string Text(string column, int maximumLength)
    {
        if (this[column].Length > maximumLength)
        {
            Fail(column, $"longer than {maximumLength} characters.");
        }

        return this[column];
    }

    /// <summary>By which a later import finds the same thing again.</summary>
    public string Id(string column, int maximumLength)
    {
        var id = Plain(column);
        if (id.Length == 0)
        {
            Fail(column, "empty.");
        }

        return id.Length > maximumLength ? Text(column, maximumLength) : id;
    }

    /// <summary>Null where the cell is empty.</summary>
    public int? Integer(string column, int minimum, int maximum)
    {
        var text = Plain(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
        {
            return value;
        }

        Fail(column, $"\"{text}\" is no whole number from {minimum} to {maximum}.");
        return null;
    }

    /// <summary>Minutes since midnight, 1440 for 24:00.</summary>
    public int? Time(string column)
    {
        var minutes = CellTime.Parse(Plain(column));
        if (minutes is null)
        {
            Fail(column, $"\"{this[column]}\" is no time of day such as 09:30.");
        }

        return minutes;
    }

    public DateOnly? Date(string column) => Date(column, Plain(column));

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
