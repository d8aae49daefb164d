using System.Reflection;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Api.Input;

/// <summary>The parameters of an address. An empty one counts as absent; one given twice is refused.</summary>
internal sealed class QueryFields(IQueryCollection query) : FieldErrors, IBindableFromHttpContext<QueryFields>
{
    private delegate bool Parser<T>(string text, out T value);

    public static ValueTask<QueryFields?> BindAsync(HttpContext context, ParameterInfo parameter) => new(new QueryFields(context.Request.Query));

    public string? Text(string name)
    {
        var values = query[name];
        if (values.Count > 1)
        {
            Refuse(name, "Give it once.");
            return null;
        }

        return values.Count == 0 || string.IsNullOrEmpty(values[0]) ? null : values[0];
    }

    public int? Number(string name) => Parse<int>(name, FieldText.TryNumber, FieldText.NumberHint);

    public DateTime? Instant(string name) => Parse<DateTime>(name, FieldText.TryInstant, FieldText.InstantHint);

    public DateOnly? Date(string name) => Parse<DateOnly>(name, FieldText.TryDate, FieldText.DateHint);

    /// <summary>A campus day as a slot.</summary>
    public TimeSlot? Day(string name, CampusCalendar calendar) => Date(name) is { } date ? calendar.Day(date) : null;

    public bool Flag(string name) => Parse<bool>(name, TryFlag, "Write true or false.") ?? false;

    public T? Word<T>(string name)
        where T : struct, Enum =>
        Parse<T>(name, WireWords<T>.TryParse, $"Can be {string.Join(", ", WireWords<T>.All)}.");

    private static bool TryFlag(string text, out bool value)
    {
        value = text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    private T? Parse<T>(string name, Parser<T> parser, string hint)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (parser(text, out var value))
        {
            return value;
        }

        Refuse(name, hint);
        return null;
    }
}
