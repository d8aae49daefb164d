using System.Reflection;
using System.Text.Json;
using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Api.Input;

/// <summary>
/// The fields of a JSON body, by their snake_case name or its camelCase spelling. A null or empty one counts as absent; each one
/// that can't be is refused by name, and so is each that nobody asked for: what isn't done must not look as if it were.
/// </summary>
internal sealed partial class JsonFields(JsonElement body, JsonFields? parent = null, string path = "") : FieldErrors, IBindableFromHttpContext<JsonFields>
{
    public static async ValueTask<JsonFields?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await JsonBody.ReadAsync(context.Request, context.RequestAborted));

    public override void Refuse(string field, string message)
    {
        if (parent is null)
        {
            base.Refuse(field, message);
        }
        else
        {
            parent.Refuse($"{path}.{field}", message);
        }
    }

    /// <summary>Whether the field stands there at all, be it null or empty.</summary>
    public bool Contains(string name) => Find(name) is not null;

    /// <summary>Whether the field stands there with something in it.</summary>
    public bool IsGiven(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => false,
        { ValueKind: JsonValueKind.String } element => !TryText(element, out var text) || text.Length > 0,
        _ => true,
    };

    public void Require(string name, string message = "This is required.")
    {
        if (!IsGiven(name))
        {
            Refuse(name, message);
        }
    }

    /// <param name="mayHaveLines">Whether it may have several lines.</param>
    public string? Text(string name, bool mayHaveLines = false)
    {
        if (Written(name) is not { } text)
        {
            return null;
        }

        if (HiddenCharacters.FindIn(text, mayHaveLines) is { } hidden)
        {
            Refuse(name, WireErrors.Hidden(hidden));
            return null;
        }

        return text;
    }

    /// <summary>A text exactly as it was sent: whatever stands in a password belongs to it, and nobody reads it.</summary>
    public string? Secret(string name) => Written(name) is null ? null : Find(name)!.Value.GetString();

    public int? Number(string name)
    {
        switch (Find(name))
        {
            case null or { ValueKind: JsonValueKind.Null }:
                return null;
            case { ValueKind: JsonValueKind.Number } element when element.TryGetInt32(out var number):
                return number;

            // Forms send numbers as texts.
            case { ValueKind: JsonValueKind.String } element when TryText(element, out var text) && text.Length == 0:
                return null;
            case { ValueKind: JsonValueKind.String } element when TryText(element, out var text) && FieldText.TryNumber(text, out var number):
                return number;
            default:
                Refuse(name, FieldText.NumberHint);
                return null;
        }
    }

    public bool? Flag(string name)
    {
        switch (Find(name))
        {
            case null or { ValueKind: JsonValueKind.Null }:
                return null;
            case { ValueKind: JsonValueKind.True or JsonValueKind.False } element:
                return element.GetBoolean();
            default:
                Refuse(name, "Write true or false.");
                return null;
        }
    }

    public DateTime? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (FieldText.TryInstant(text, out var utc))
        {
            return utc;
        }

        Refuse(name, FieldText.InstantHint);
        return null;
    }

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (FieldText.TryDate(text, out var date))
        {
            return date;
        }

        Refuse(name, FieldText.DateHint);
        return null;
    }

    /// <summary>A time at which something ends: 24:00 is midnight too.</summary>
    public TimeOnly? EndTime(string name) => Text(name) is "24:00" or "24:00:00" ? TimeOnly.MinValue : Time(name);

    public TimeOnly? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (FieldText.TryTime(text, out var time))
        {
            return time;
        }

        Refuse(name, FieldText.TimeHint);
        return null;
    }

    private string? Written(string name)
    {
        switch (Find(name))
        {
            case null or { ValueKind: JsonValueKind.Null }:
                return null;
            case { ValueKind: JsonValueKind.String } element when TryText(element, out var text):
                return text.Length == 0 ? null : text;
            default:
                Refuse(name, "Write a text.");
                return null;
        }
    }

    private JsonElement? Find(string name)
    {
        Knows(name);
        return Peek(name);
    }

    private JsonElement? Peek(string name) =>
        body.TryGetProperty(name, out var element) || body.TryGetProperty(CamelCase(name), out element) ? element : null;

    /// <summary><c>room_id</c> as <c>roomId</c>.</summary>
    private static string CamelCase(string name) =>
        string.Concat(name.Split('_').Select((word, index) => index == 0 ? word : string.Concat(char.ToUpperInvariant(word[0]).ToString(), word.AsSpan(1))));

    private static bool TryText(JsonElement element, out string text)
    {
        try
        {
            text = element.GetString()!.Trim();
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: valid JSON, but no text.
            text = "";
            return false;
        }
    }
}
