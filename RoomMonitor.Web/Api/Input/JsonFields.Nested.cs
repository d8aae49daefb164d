using System.Text.Json;

namespace RoomMonitor.Web.Api.Input;

/// <summary>Objects and lists within a body. What is wrong in them is refused by the way to it, such as <c>recurrence.until</c>.</summary>
internal sealed partial class JsonFields
{
    /// <summary>RFC 5545, in the order of <see cref="DayOfWeek"/>.</summary>
    private static readonly string[] _weekdayCodes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (WireWords<T>.TryParse(text, out var value))
        {
            return value;
        }

        Refuse(name, WordHint<T>());
        return null;
    }

    public IReadOnlyList<T> Words<T>(string name)
        where T : struct, Enum =>
        List(name, (JsonElement item, out T value) =>
        {
            value = default;
            return item.ValueKind == JsonValueKind.String && TryText(item, out var text) && WireWords<T>.TryParse(text, out value);
        }, WordHint<T>());

    /// <summary>MO to SU.</summary>
    public IReadOnlyList<DayOfWeek> WeekdayCodes(string name) =>
        List(name, (JsonElement item, out DayOfWeek day) =>
        {
            day = default;
            var index = item.ValueKind == JsonValueKind.String && TryText(item, out var text) ? Array.IndexOf(_weekdayCodes, text.ToUpperInvariant()) : -1;
            day = (DayOfWeek)Math.Max(index, 0);
            return index >= 0;
        }, $"Can be {string.Join(", ", _weekdayCodes)}.");

    public IReadOnlyList<DateOnly> Dates(string name) =>
        List(name, (JsonElement item, out DateOnly date) =>
        {
            date = default;
            return item.ValueKind == JsonValueKind.String && TryText(item, out var text) && FieldText.TryDate(text, out date);
        }, FieldText.DateHint);

    /// <summary>An array of whole numbers, which may be empty; null where it is absent.</summary>
    public IReadOnlyList<int>? Numbers(string name) => !IsGiven(name) ? null :
        List(name, (JsonElement item, out int number) =>
        {
            number = 0;
            return item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out number);
        }, FieldText.NumberHint);

    /// <summary>The fields of an object; null where it is absent.</summary>
    public JsonFields? Object(string name)
    {
        switch (Find(name))
        {
            case null or { ValueKind: JsonValueKind.Null }:
                return null;
            case { ValueKind: JsonValueKind.Object } element:
                return Nested(element, name);
            default:
                Refuse(name, "Write an object.");
                return null;
        }
    }

    /// <summary>The fields of each object of a list; empty where it is absent.</summary>
    public IReadOnlyList<JsonFields> Objects(string name) =>
        List(name, (JsonElement item, out JsonFields fields) =>
        {
            fields = item.ValueKind == JsonValueKind.Object ? Nested(item, name) : this;
            return item.ValueKind == JsonValueKind.Object;
        }, "Write a list of objects.");

    private JsonFields Nested(JsonElement element, string name)
    {
        var fields = new JsonFields(element, this, name);
        _nested.Add(fields);
        return fields;
    }

    private static string WordHint<T>()
        where T : struct, Enum =>
        $"Can be {string.Join(", ", WireWords<T>.All)}.";

    private List<T> List<T>(string name, Parser<T> parser, string hint)
    {
        var values = new List<T>();
        if (!IsGiven(name))
        {
            return values;
        }

        var element = Find(name)!.Value;

        if (element.ValueKind != JsonValueKind.Array)
        {
            Refuse(name, "Write a list.");
            return values;
        }

        foreach (var item in element.EnumerateArray())
        {
            if (parser(item, out var value))
            {
                values.Add(value);
            }
            else
            {
                Refuse(name, hint);
            }
        }

        return values;
    }

    private delegate bool Parser<T>(JsonElement item, out T value);
}
