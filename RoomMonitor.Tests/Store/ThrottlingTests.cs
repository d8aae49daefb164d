using Bunit;
using Fluxor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace RoomMonitor.Tests.Store;

/// <summary>
/// The clock is ours, and advanced by hand. The bounds leave room for a store that reads another one, so that the tests hold in both modes
/// of the build.
/// </summary>
public sealed class ThrottlingTests : BunitContext
{
    private const int Changes = 200;
    private readonly FakeTimeProvider _clock = new();

    public ThrottlingTests()
    {
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddFluxor(options => options.ScanTypes(typeof(CounterState), typeof(CounterReducers), typeof(Slow), typeof(SlowReducers)));
    }

    [Fact]
    public async Task Component_ManyChangesAtOnce_RendersTheFirstAtOnceAndTheLastLater()
    {
        var dispatcher = await StartAsync();
        var view = Render<CounterView>(parameters => parameters.Add(component => component.Maximum, (byte)1));

        for (var i = 0; i < Changes; i++)
        {
            dispatcher.Dispatch(new Incremented());
        }

        view.RenderCount.Should().BeInRange(1, 10);
        _clock.Advance(TimeSpan.FromSeconds(1));
        view.WaitForAssertion(() => view.MarkupMatches("count " + Changes), StoreScope.Patience);
        view.RenderCount.Should().BeLessThan(10);
    }

    [Fact]
    public async Task Component_ZeroAsMaximum_RendersEachChange()
    {
        var dispatcher = await StartAsync();
        var view = Render<CounterView>();

        for (var i = 1; i <= 20; i++)
        {
            dispatcher.Dispatch(new Incremented());
            var markup = "count " + i;
            view.WaitForAssertion(() => view.MarkupMatches(markup), StoreScope.Patience);
        }

        view.RenderCount.Should().Be(21);
    }

    [Fact]
    public async Task Feature_ManyChangesAtOnce_NotifiesSeldomAndOfTheLast()
    {
        var dispatcher = await StartAsync();
        var state = Services.GetRequiredService<IState<Slow>>();
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var notifications = 0;
        state.StateChanged += (_, _) =>
        {
            Interlocked.Increment(ref notifications);
            if (state.Value.Count == Changes)
            {
                last.TrySetResult();
            }
        };

        for (var i = 0; i < Changes; i++)
        {
            dispatcher.Dispatch(new Incremented());
        }

        state.Value.Count.Should().Be(Changes, "only the notification is late, never the state");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await last.Task.WaitAsync(StoreScope.Patience);
        notifications.Should().BeLessThan(10);
    }

    [Fact]
    public async Task Component_DisposedWhileARenderIsDue_IsLeftAlone()
    {
        var dispatcher = await StartAsync();
        var renders = 0;
        Render<CounterView>(parameters => parameters
            .Add(component => component.Maximum, (byte)1)
            .Add(component => component.Note, note => renders += note == "rendered" ? 1 : 0));
        dispatcher.Dispatch(new Incremented());
        dispatcher.Dispatch(new Incremented());
        var before = renders;

        await DisposeComponentsAsync();
        _clock.Advance(TimeSpan.FromSeconds(5));

        renders.Should().Be(before);
    }

    private async Task<IDispatcher> StartAsync()
    {
        await Services.GetRequiredService<IStore>().InitializeAsync();
        return Services.GetRequiredService<IDispatcher>();
    }

    [FeatureState(Name = "Slow", MaximumStateChangedNotificationsPerSecond = 1)]
    public sealed record Slow
    {
        public int Count { get; init; }
    }

    public static class SlowReducers
    {
        [ReducerMethod(typeof(Incremented))]
        public static Slow OnIncremented(Slow state) => new() { Count = state.Count + 1 };
    }
}
