using Fluxor;

namespace RoomMonitor.Tests.Store;

public sealed record Loaded(string Text);

public sealed record LoadRequested(string Text);

public sealed record FailedLater;

public sealed record FailedAtOnce;

/// <summary>Effects of every shape, with injected services: the journal and a state.</summary>
public sealed class JournalEffects(Journal journal, IState<CounterState> counter)
{
    [EffectMethod]
    public Task OnNoted(Noted action, IDispatcher dispatcher)
    {
        journal.Write($"{action.Text}: trace is {counter.Value.Trace}");
        return Task.CompletedTask;
    }

    [EffectMethod(typeof(Incremented))]
    public Task OnIncremented(IDispatcher dispatcher)
    {
        journal.Write("incremented");
        dispatcher.Dispatch(new Noted("from effect"));
        return Task.CompletedTask;
    }

    [EffectMethod]
    public async Task OnLoadRequested(LoadRequested action, IDispatcher dispatcher)
    {
        await journal.Gate;
        dispatcher.Dispatch(new Loaded(action.Text));
    }

    [EffectMethod(typeof(FailedLater))]
    public async Task OnFailedLater(IDispatcher dispatcher)
    {
        await journal.Gate;
        throw new FormatException("later");
    }

    [EffectMethod(typeof(FailedAtOnce))]
    public Task OnFailedAtOnce(IDispatcher dispatcher) => throw new FormatException("at once");

    [EffectMethod(typeof(StoreInitializedAction))]
    public Task OnInitialized(IDispatcher dispatcher)
    {
        dispatcher.Dispatch(new Loaded("initialized"));
        return Task.CompletedTask;
    }

    [EffectMethod]
    public Task OnTraced(ITraced action, IDispatcher dispatcher)
    {
        journal.Write("traced " + action.Mark);
        return Task.CompletedTask;
    }

    [EffectMethod(typeof(Unheard))]
    public Task OnUnheard(IDispatcher dispatcher)
    {
        journal.Write("unheard");
        return Task.CompletedTask;
    }
}
