using System.Xml.Linq;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Protections;

/// <summary>The file that <c>dotnet test</c> writes.</summary>
public static class TestResults
{
    private const int LongestReason = 240;

    private static readonly XNamespace _schema = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Each test as <c>Class.Method</c>, and why it failed in the first of its cases that did; null where it passed in all.</summary>
    public static IReadOnlyDictionary<string, string?> Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new BenchException("The tests didn't run.");
        }

        var document = XDocument.Load(file);
        File.Delete(file);
        return document.Descendants(_schema + "UnitTestResult")
            .GroupBy(result => NameOf((string)result.Attribute("testName")!))
            .ToDictionary(test => test.Key, test => test.Select(FailureOf).FirstOrDefault(failure => failure is not null));
    }

    private static string? FailureOf(XElement result)
    {
        var outcome = (string)result.Attribute("outcome")!;
        if (outcome == "Passed")
        {
            return null;
        }

        var message = (string?)result.Descendants(_schema + "Message").FirstOrDefault() ?? outcome;
        var line = string.Join(' ', message.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestReason ? line[..LongestReason] + "..." : line;
    }

    /// <summary><c>Namespace.Class.Method(case)</c>.</summary>
    private static string NameOf(string test)
    {
        var parts = test.Split('(')[0].Split('.');
        return string.Join('.', parts[^2..]);
    }
}
