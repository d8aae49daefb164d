using System.Text.Json;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Protections;

/// <summary>
/// Takes each protection out of a copy of the repository, and asks whether a test misses it. Nothing is measured, so nothing is added to the
/// results.
/// </summary>
public static class ProtectionsCommand
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        var protections = Chosen(options);
        var rounds = Rounds(protections, options.Number("rounds", protections.Count)).ToList();
        using var copy = await ScratchCopy.MakeAsync();
        await RequireGreenAsync(copy, protections);
        var verdicts = new List<ProtectionVerdict>();
        foreach (var round in rounds)
        {
            foreach (var verdict in await WithoutAsync(copy, round))
            {
                verdicts.Add(verdict);
                await Console.Out.WriteLineAsync(LineOf(verdict));
            }
        }

        var missed = verdicts.Count(verdict => verdict.IsMissed);
        await Console.Out.WriteLineAsync($"{missed} of {verdicts.Count} protections are missed by a test when they are gone.");
        return missed == verdicts.Count ? 0 : 1;
    }

    /// <summary>Those of the list whose name has a text in it; all where none is given.</summary>
    private static List<Protection> Chosen(BenchOptions options)
    {
        var file = Path.Combine(BenchFiles.Out, "..", "protections.json");
        var all = JsonSerializer.Deserialize<List<Protection>>(File.ReadAllText(file), JsonSerializerOptions.Web) ?? [];
        var word = options.Text("only", "");
        var chosen = all.Where(protection => protection.Name.Contains(word, StringComparison.OrdinalIgnoreCase)).ToList();
        return chosen.Count > 0 ? chosen : throw new BenchException("There is no such protection in bench/protections.json.");
    }

    /// <summary>
    /// One round each, or few: what follows one another in the list is about one thing, and its tests would miss the neighbours too.
    /// </summary>
    private static IEnumerable<IReadOnlyList<Protection>> Rounds(List<Protection> protections, int count)
    {
        var rounds = Math.Clamp(count, 1, protections.Count);
        return Enumerable.Range(0, rounds).Select(round => protections.Where((_, index) => index % rounds == round).ToList());
    }

    /// <summary>A test that fails anyway tells nothing, and neither does one that isn't there.</summary>
    private static async Task RequireGreenAsync(ScratchCopy copy, List<Protection> protections)
    {
        await Console.Error.WriteLineAsync("With all protections");
        var results = await copy.BuildAsync()
            ? await copy.TestAsync(TestsOf(protections))
            : throw new BenchException("The repository doesn't compile as it is.");
        var bad = TestsOf(protections).Where(test => !results.TryGetValue(test, out var failure) || failure is not null).ToList();
        if (bad.Count > 0)
        {
            throw new BenchException($"With all protections these tests don't pass, or aren't there: {string.Join(", ", bad)}");
        }
    }

    private static async Task<IReadOnlyList<ProtectionVerdict>> WithoutAsync(ScratchCopy copy, IReadOnlyList<Protection> round)
    {
        await Console.Error.WriteLineAsync($"Without: {string.Join(", ", round.Select(protection => protection.Name))}");
        using (copy.Without(round))
        {
            if (await copy.BuildAsync())
            {
                var results = await copy.TestAsync(TestsOf(round));
                return [.. round.Select(protection => new ProtectionVerdict(protection.Name, Compiled: true, FailedTests(protection, results)))];
            }
        }

        if (round.Count == 1)
        {
            return [new ProtectionVerdict(round[0].Name, Compiled: false, [])];
        }

        // One that doesn't compile says nothing of its neighbours: the halves say more.
        var half = round.Count / 2;
        return [.. await WithoutAsync(copy, [.. round.Take(half)]), .. await WithoutAsync(copy, [.. round.Skip(half)])];
    }

    private static IReadOnlyList<FailedTest> FailedTests(Protection protection, IReadOnlyDictionary<string, string?> results) =>
        [.. protection.Tests.Where(test => results.GetValueOrDefault(test) is not null).Select(test => new FailedTest(test, results[test]!))];

    private static IReadOnlyList<string> TestsOf(IEnumerable<Protection> protections) =>
        [.. protections.SelectMany(protection => protection.Tests).Distinct()];

    private static string LineOf(ProtectionVerdict verdict) => verdict switch
    {
        { Compiled: false } => $"UNKNOWN  {verdict.Protection}: doesn't compile without it",
        { IsMissed: false } => $"UNMISSED {verdict.Protection}",
        _ => $"missed   {verdict.Protection}{string.Concat(verdict.FailedTests.Select(test => $"\n         {test.Name}: {test.Reason}"))}",
    };
}
