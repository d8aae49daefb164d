using System.Collections.Concurrent;

namespace RoomMonitor.Bench.Soak;

/// <summary>What went wrong, by its text; told on standard error when it is new.</summary>
internal sealed class SoakErrors
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Count => _counts.Values.Sum();

    public void Add(string text)
    {
        if (_counts.AddOrUpdate(text, 1, (_, count) => count + 1) == 1)
        {
            Console.Error.WriteLine(text);
        }
    }
}
