using System.Xml.Linq;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Protections;

/// <summary>The file that <c>dotnet test</c> writes.</summary>
public static class TestResults
{
    private static readonly XNamespace _schema = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Each test as <c>Class.Method</c>, and whether it passed in all of its cases.</summary>
    public static IReadOnlyDictionary<string, bool> Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new BenchException("The tests didn't run.");
        }

        var document = XDocument.Load(file);
        File.Delete(file);
        return document.Descendants(_schema + "UnitTestResult")
            .GroupBy(result => NameOf((string)result.Attribute("testName")!))
            .ToDictionary(test => test.Key, test => test.All(result => (string)result.Attribute("outcome")! == "Passed"));
    }

    /// <summary><c>Namespace.Class.Method(case)</c>.</summary>
    private static string NameOf(string test)
    {
        var parts = test.Split('(')[0].Split('.');
        return string.Join('.', parts[^2..]);
    }
}
