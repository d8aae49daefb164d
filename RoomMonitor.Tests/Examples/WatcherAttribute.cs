using System.Collections.Concurrent;
using System.Reflection;
using Xunit.Sdk;

namespace RoomMonitor.Tests.Examples;

/// <summary>An example that watches rooms, and the program that runs it: skipped, and counted so, where that program can't.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class WatcherAttribute : DataAttribute
{
    /// <summary>Attributes are made more than once.</summary>
    private static readonly ConcurrentDictionary<string, string?> _programs = [];

    private readonly string _file;
    private readonly string _program;

    /// <param name="file">Of docs/examples/.</param>
    /// <param name="programs">Those that may run it, the first that can is taken: Debian's packages are for Debian's own Python, which need not be the one in the path.</param>
    /// <param name="probe">Arguments with which the program ends well where it can run the example.</param>
    public WatcherAttribute(string file, string programs, params string[] probe)
    {
        _file = file;
        _program = _programs.GetOrAdd(file, _ => Array.Find(programs.Split(' '), program => CanRun(program, probe))) ?? "";
        Skip = _program.Length == 0 ? $"Neither of {programs} can do {string.Join(' ', probe)} here." : null;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[_file, _program]];

    private static bool CanRun(string program, string[] probe) => Task.Run(() => ExampleProcess.TryRunAsync(program, probe)).GetAwaiter().GetResult() is (0, _);
}
