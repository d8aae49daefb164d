using System.Text.Json;
using System.Text.Json.Nodes;

namespace RoomMonitor.Bench.Circuits;

/// <summary>Of several rounds' figures, number by number, the median.</summary>
internal static class MedianFigures
{
    public static JsonNode Of<T>(IEnumerable<T> rounds) => Of([.. rounds.Select(round => JsonSerializer.SerializeToNode(round, JsonSerializerOptions.Web)!)]);

    private static JsonNode Of(JsonNode[] rounds)
    {
        if (rounds[0] is JsonObject first)
        {
            return new JsonObject(first.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, Of([.. rounds.Select(round => round[member.Key]!)]))));
        }

        var sorted = rounds.Select(round => round.GetValue<double>()).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
