using System.Collections.Concurrent;

namespace RoomMonitor.Tests.Store;

/// <summary>What effects and reducers note down, and a gate that holds an effect back.</summary>
public sealed class Journal
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Lines { get; } = new();

    public Task Gate => _gate.Task;

    public void Write(string line) => Lines.Enqueue(line);

    public void OpenGate() => _gate.SetResult();
}
