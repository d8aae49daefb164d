using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Fluxor.Stores;

/// <summary>A queue of actions with one dequeuing thread at a time, which is whichever came first.</summary>
internal sealed class Dispatcher : IDispatcher
{
    private readonly Lock _gate = new();
    private readonly Queue<object> _waiting = new();
    private Action<object>? _process;
    private bool _dequeuing;
    private bool _closed;

    public event EventHandler<ActionDispatchedEventArgs>? ActionDispatched;

    public void Dispatch(object action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Enqueue(action);
        try
        {
            ActionDispatched?.Invoke(this, new ActionDispatchedEventArgs(action));
        }
        finally
        {
            DequeueAll();
        }
    }

    /// <summary>Lets the actions through, from now on, that have waited so far; <paramref name="last"/> after those.</summary>
    public void Open(Action<object> process, object last)
    {
        lock (_gate)
        {
            _process = process;
        }

        Enqueue(last);
        DequeueAll();
    }

    /// <summary>Drops what waits and ignores what comes: the scope's services are gone.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _waiting.Clear();
        }
    }

    private void Enqueue(object action)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _waiting.Enqueue(action);
            }
        }
    }

    private void DequeueAll()
    {
        if (!TryStartDequeuing(out var process))
        {
            return;
        }

        // Thrown at the end, so that a failure doesn't keep the actions behind it waiting.
        List<Exception>? failures = null;
        while (TryDequeue(out var action))
        {
            try
            {
                process(action);
            }
            catch (Exception failure)
            {
                (failures ??= []).Add(failure);
            }
        }

        if (failures is [var only])
        {
            ExceptionDispatchInfo.Throw(only);
        }
        else if (failures is not null)
        {
            throw new AggregateException(failures);
        }
    }

    private bool TryStartDequeuing([NotNullWhen(true)] out Action<object>? process)
    {
        lock (_gate)
        {
            process = _process;
            if (process is null || _dequeuing)
            {
                return false;
            }

            _dequeuing = true;
            return true;
        }
    }

    private bool TryDequeue([NotNullWhen(true)] out object? action)
    {
        lock (_gate)
        {
            // Found empty and given up in one step: an action queued after this finds nobody dequeuing and does it itself.
            _dequeuing = _waiting.TryDequeue(out action);
            return _dequeuing;
        }
    }
}
