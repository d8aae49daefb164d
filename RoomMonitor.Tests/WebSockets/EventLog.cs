using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RoomMonitor.Tests.WebSockets;

/// <summary>Lets a test wait for what is logged.</summary>
internal sealed class EventLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _seen = new();
    private readonly ConcurrentQueue<(int Id, string Text)> _events = new();

    public ConcurrentBag<string> Errors { get; } = [];

    public Task WhenAsync(int eventId) => Seen(eventId).Task.WaitAsync(TimeSpan.FromSeconds(60));

    public int Count(int eventId) => _events.Count(logged => logged.Id == eventId);

    /// <summary>What the events of an id said.</summary>
    public IReadOnlyList<string> Of(int eventId) => [.. _events.Where(logged => logged.Id == eventId).Select(logged => logged.Text)];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error)
        {
            Errors.Add($"{formatter(state, exception)} {exception}");
        }

        _events.Enqueue((eventId.Id, formatter(state, exception)));
        Seen(eventId.Id).TrySetResult();
    }

    public void Dispose()
    {
    }

    private TaskCompletionSource Seen(int eventId) =>
        _seen.GetOrAdd(eventId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
