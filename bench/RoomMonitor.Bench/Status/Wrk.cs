using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Status;

/// <summary>wrk with one thread and 32 connections.</summary>
public static partial class Wrk
{
    /// <summary>Loads an address for some seconds; the number of requests that were answered.</summary>
    /// <exception cref="BenchException">wrk is missing, or a request failed.</exception>
    public static async Task<long> RunAsync(Uri address, int seconds, IEnumerable<string> headers)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        string[] arguments = ["-t1", "-c32", $"-d{seconds}s", .. headers.SelectMany(header => new[] { "-H", header }), address.AbsoluteUri];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Start(start);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && !Failure().IsMatch(output) && Answered().Match(output) is { Success: true } answered
            ? long.Parse(answered.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new BenchException($"wrk {string.Join(' ', arguments)} failed:\n{output}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new BenchException("This needs wrk (https://github.com/wg/wrk): install it, with apt-get install wrk on Debian and Ubuntu.");
        }
    }

    [GeneratedRegex(@"(\d+) requests in ")]
    private static partial Regex Answered();

    [GeneratedRegex("Non-2xx or 3xx|Socket errors")]
    private static partial Regex Failure();
}
