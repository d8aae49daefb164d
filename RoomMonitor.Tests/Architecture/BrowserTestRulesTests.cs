using System.Text.RegularExpressions;

namespace RoomMonitor.Tests.Architecture;

public sealed partial class BrowserTestRulesTests
{
    /// <summary>
    /// An expression is compiled anew each time it is asked, which the pages' policy forbids after the first time: such a test passes only
    /// where there is nothing to wait for.
    /// </summary>
    [Fact]
    public void WaitForFunction_InAnyTest_IsGivenAFunction()
    {
        var folder = Path.Combine(RepositorySource.Root, "RoomMonitor.Tests", "Browser");
        var asked = Directory.EnumerateFiles(folder, "*.cs").SelectMany(file => Waits().Matches(File.ReadAllText(file)).Select(wait => (File: Path.GetFileName(file), Script: wait.Groups[1].Value)));

        asked.Should().HaveCountGreaterThan(5).And.OnlyContain(wait => wait.Script.Contains("=>"));
    }

    [GeneratedRegex("""WaitForFunctionAsync\(\s*"([^"]+)""")]
    private static partial Regex Waits();
}
