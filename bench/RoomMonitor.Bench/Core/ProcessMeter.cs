using System.Globalization;

namespace RoomMonitor.Bench.Core;

/// <summary>CPU time and memory of a process, as Linux's /proc tells them.</summary>
public sealed class ProcessMeter(int processId)
{
    private readonly Dictionary<string, long> _threads = new(StringComparer.Ordinal);
    private long _nanoseconds;
    private bool _isStarted;

    /// <summary>CPU seconds since the first call, of all threads (schedstat, in nanoseconds, where stat counts in steps of 10 ms).</summary>
    public double CpuSeconds()
    {
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{processId}/task"))
        {
            try
            {
                var line = File.ReadAllText($"{thread}/schedstat");
                var now = long.Parse(line.AsSpan(0, line.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

                // A thread that is new at a later call did all its work since the last one.
                var before = _threads.GetValueOrDefault(thread, _isStarted ? 0 : now);
                _nanoseconds += Math.Max(0, now - before);
                _threads[thread] = now;
            }
            catch (IOException)
            {
                // The thread ended in between.
            }
        }

        _isStarted = true;
        return _nanoseconds / 1e9;
    }

    /// <summary>Resident memory (VmRSS), in bytes.</summary>
    public long ResidentBytes() =>
        File.ReadLines($"/proc/{processId}/status")
            .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Select(line => 1024 * long.Parse(line.AsSpan(6).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture))
            .Single();
}
