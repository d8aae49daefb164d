using System.Text.Json;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Api.Input;

/// <summary>Fields that nobody reads are refused, with what to write in their place.</summary>
internal sealed partial class JsonFields
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _instead = new(StringComparer.Ordinal);
    private readonly List<JsonFields> _nested = [];

    /// <summary>These may stand there, read or not.</summary>
    public void Knows(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _known.Add(name);
        }
    }

    /// <summary>Whatever stands there may.</summary>
    public void KnowsAll() => _known.UnionWith(body.EnumerateObject().Select(property => property.Name));

    /// <summary>What to say to whoever writes these here.</summary>
    public void Instead(string advice, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _instead[name] = advice;
        }
    }

    /// <summary>
    /// A field of what was read that can't be changed here: it may be sent back as it is, as clients do that change one field of an object and send it whole.
    /// </summary>
    public void KeepsAs(string name, JsonElement current, string advice)
    {
        if (Find(name) is { ValueKind: not JsonValueKind.Null } sent && !IsSame(sent, current))
        {
            Refuse(name, advice);
        }
    }

    /// <exception cref="ApiException">400 with everything refused so far, and with what nobody asked for.</exception>
    public override void ThrowIfRefused()
    {
        RefuseUnknown();
        base.ThrowIfRefused();
    }

    private void RefuseUnknown()
    {
        foreach (var property in body.EnumerateObject())
        {
            var name = _known.Concat(_instead.Keys).FirstOrDefault(known => known == property.Name || CamelCase(known) == property.Name);
            if (name is null)
            {
                Refuse(property.Name, $"There is no such field here. There are {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
            }
            else if (!_known.Contains(name))
            {
                Refuse(property.Name, _instead[name]);
            }
            else if (property.Name != name && body.TryGetProperty(name, out var snake) && !JsonElement.DeepEquals(snake, property.Value))
            {
                Refuse(property.Name, $"This and {name} are one field: write it once.");
            }
        }

        _nested.ForEach(fields => fields.RefuseUnknown());
    }

    /// <summary>Objects are the same where their ids are: what else stands in them may be older than what is there now.</summary>
    private static bool IsSame(JsonElement sent, JsonElement current) =>
        sent.ValueKind == JsonValueKind.Object && current.ValueKind == JsonValueKind.Object
            && sent.TryGetProperty("id", out var id) && current.TryGetProperty("id", out var currentId)
            ? JsonElement.DeepEquals(id, currentId)
            : JsonElement.DeepEquals(sent, current);
}
