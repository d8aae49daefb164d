using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using RoomMonitor.Tests.Api;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RoomMonitor.Tests.Embedding;

/// <summary>The AsyncAPI document as JSON, to look things up in.</summary>
internal sealed class AsyncApiDocument
{
    private AsyncApiDocument(JsonElement root) => Root = root;

    public JsonElement Root { get; }

    public IEnumerable<JsonProperty> Messages => Root.GetProperty("components").GetProperty("messages").EnumerateObject();

    public static AsyncApiDocument Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return new AsyncApiDocument(JsonSerializer.SerializeToElement(ToJson(stream.Documents.Single().RootNode)));
    }

    /// <summary>What a reference within the document points to; fails where it points nowhere.</summary>
    public JsonElement Resolve(string reference)
    {
        reference.Should().StartWith("#/");
        return reference[2..].Split('/').Aggregate(Root, (element, part) =>
        {
            element.TryGetProperty(part, out var found).Should().BeTrue($"{reference} should point to something");
            return found;
        });
    }

    /// <summary>All references of the document.</summary>
    public IEnumerable<string> References() => References(Root);

    /// <summary>The names of a channel's messages by which a value could go, as their schemas say.</summary>
    public IReadOnlyList<string> Match(string channel, JsonElement value) =>
    [
        .. from message in Root.GetProperty("channels").GetProperty(channel).GetProperty("messages").EnumerateObject()
           let target = Resolve(message.Value.GetProperty("$ref").GetString()!)
           where !SchemaCheck.Violations(Root, target.GetProperty("payload"), value, "message").Any()
           select message.Name,
    ];

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException(node.NodeType.ToString()),
    };

    /// <summary>The core schema of YAML 1.2, as far as the document uses it.</summary>
    private static JsonValue? Plain(string text) => text switch
    {
        "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
