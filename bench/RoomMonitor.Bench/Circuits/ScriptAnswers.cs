using System.Globalization;
using System.Text.RegularExpressions;

namespace RoomMonitor.Bench.Circuits;

/// <summary>What a page's scripts give back when the circuit calls them; recorded from Chromium on /monitor.</summary>
internal sealed partial class ScriptAnswers
{
    private const long JSObjectReference = 1;

    private int _objects;

    /// <summary>The JSON result of a call.</summary>
    public string To(string function, long resultType) => (function, resultType) switch
    {
        (_, JSObjectReference) => $$"""{"__jsObjectId":{{++_objects}}}""",
        ("roomMonitorTheme.subscribe", _) => "false",
        ("mudpopoverHelper.countProviders", _) => "0",
        ("window.hasOwnProperty", _) => "true",
        _ => "null",
    };

    /// <summary>The .NET object that a call hands over.</summary>
    public static long DotNetObject(string arguments) =>
        long.Parse(DotNetReference().Match(arguments).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("\"__dotNetObject\":([0-9]+)")]
    private static partial Regex DotNetReference();
}
