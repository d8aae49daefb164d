using System.Text.Json;

namespace RoomMonitor.Tests.Api;

/// <summary>As much of JSON Schema as our OpenAPI and AsyncAPI documents use.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Violations(JsonElement document, JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = document;
            foreach (var part in reference.GetString()!.Split('/').Skip(1))
            {
                target = target.GetProperty(part);
            }

            return Violations(document, target, value, path);
        }

        if (schema.TryGetProperty("oneOf", out var alternatives))
        {
            return alternatives.EnumerateArray().Any(alternative => !Violations(document, alternative, value, path).Any())
                ? []
                : [$"{path} fits none of the alternatives"];
        }

        if (!Types(schema).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(schema).Contains("number")))
        {
            return [$"{path} is {TypeOf(value)}, not {string.Join('|', Types(schema))}"];
        }

        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
        {
            return [$"{path} is not {only}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => ObjectViolations(document, schema, value, path),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Violations(document, schema.GetProperty("items"), item, $"{path}[{index}]")),
            JsonValueKind.String when schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => word.GetString() == value.GetString()) =>
                [$"{path} is none of {words}"],
            _ => [],
        };
    }

    private static IEnumerable<string> ObjectViolations(JsonElement document, JsonElement schema, JsonElement value, string path)
    {
        var isMap = schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object;
        var properties = schema.TryGetProperty("properties", out var named) ? named : default;
        foreach (var property in value.EnumerateObject())
        {
            var known = properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(property.Name, out var found) ? found : others;
            if (known.ValueKind != JsonValueKind.Object)
            {
                yield return $"{path}.{property.Name} is unknown";
                continue;
            }

            foreach (var violation in Violations(document, known, property.Value, $"{path}.{property.Name}"))
            {
                yield return violation;
            }
        }

        if (!isMap && schema.TryGetProperty("required", out var required))
        {
            foreach (var missing in required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)))
            {
                yield return $"{path}.{missing} is missing";
            }
        }
    }

    private static IReadOnlyList<string> Types(JsonElement schema) => schema.TryGetProperty("type", out var type)
        ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(name => name.GetString()!)] : [type.GetString()!]
        : ["null", "object", "array", "string", "number", "integer", "boolean"];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
