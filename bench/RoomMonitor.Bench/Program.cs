using RoomMonitor.Bench.Bell;
using RoomMonitor.Bench.Circuits;
using RoomMonitor.Bench.Core;
using RoomMonitor.Bench.Fanout;
using RoomMonitor.Bench.Fuzz;
using RoomMonitor.Bench.Growth;
using RoomMonitor.Bench.Kiosks;
using RoomMonitor.Bench.Protections;
using RoomMonitor.Bench.Report;
using RoomMonitor.Bench.Soak;
using RoomMonitor.Bench.Status;

// Each command measures one thing, prints one JSON line on standard output and appends it to the results file (--results FILE).
// What it is doing goes to standard error. bench/README.md has the commands and their options.
Dictionary<string, Func<BenchOptions, Task<int>>> commands = new(StringComparer.Ordinal)
{
    ["fanout"] = FanoutCommand.FanoutAsync,
    ["connections"] = FanoutCommand.ConnectionsAsync,
    ["bell"] = BellCommand.RunAsync,
    ["status"] = StatusCommand.RunAsync,
    ["growth"] = GrowthCommand.RunAsync,
    ["soak"] = SoakCommand.RunAsync,
    ["fuzz"] = FuzzCommand.RunAsync,
    ["report"] = ReportCommand.RunAsync,
    ["circuits"] = CircuitsCommand.RunAsync,
    ["kiosks"] = KiosksCommand.RunAsync,
    ["protections"] = ProtectionsCommand.RunAsync,
};

if (args.Length == 0 || !commands.TryGetValue(args[0], out var command))
{
    await Console.Error.WriteLineAsync($"Give one of: {string.Join(", ", commands.Keys)}");
    return 2;
}

try
{
    return await command(new BenchOptions(args[1..]));
}
catch (BenchException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
