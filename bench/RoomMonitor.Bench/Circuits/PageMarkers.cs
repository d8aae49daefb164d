using System.Text.RegularExpressions;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Circuits;

/// <summary>What a prerendered page holds for its circuit: the components to go on with, and their state.</summary>
/// <param name="Operations">The argument of <c>UpdateRootComponents</c>.</param>
internal sealed partial record PageMarkers(string Operations, string State)
{
    public static PageMarkers Read(string html)
    {
        var operations = Components().Matches(html).Select((marker, index) =>
            $$"""{"type":"add","ssrComponentId":{{index + 1}},"marker":{{marker.Groups[1].Value}}}""").ToList();
        return operations.Count > 0
            ? new PageMarkers($$"""{"batchId":1,"operations":[{{string.Join(',', operations)}}]}""", ComponentState().Match(html).Groups[1].Value)
            : throw new BenchException("The page holds no component of a circuit.");
    }

    [GeneratedRegex("""<!--Blazor:(\{"type":"server".*?\})-->""")]
    private static partial Regex Components();

    [GeneratedRegex("<!--Blazor-Server-Component-State:([A-Za-z0-9+/=]+)-->")]
    private static partial Regex ComponentState();
}
