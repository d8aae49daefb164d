using System.Collections.Concurrent;
using Bunit;
using Fluxor;
using Microsoft.Extensions.DependencyInjection;

namespace RoomMonitor.Tests.Store;

public sealed class FluxorComponentTests : BunitContext
{
    private readonly ConcurrentQueue<string> _notes = new();

    public FluxorComponentTests() => Services.AddFluxor(options => options.ScanTypes(typeof(CounterState), typeof(CounterReducers)));

    private IDispatcher Dispatcher => Services.GetRequiredService<IDispatcher>();

    [Fact]
    public async Task Render_PrivateStateOfTheBaseClass_RendersAgainWhenItChanges()
    {
        await StartAsync();
        var view = Render<CounterView>();
        view.MarkupMatches("count 0");

        Dispatcher.Dispatch(new Incremented());

        view.WaitForAssertion(() => view.MarkupMatches("count 1"), StoreScope.Patience);
    }

    [Fact]
    public async Task Render_DispatchOnAnotherThread_RendersAgain()
    {
        await StartAsync();
        var view = Render<CounterView>();

        var thread = new Thread(() => Dispatcher.Dispatch(new Incremented()));
        thread.Start();
        thread.Join();

        view.WaitForAssertion(() => view.MarkupMatches("count 1"), StoreScope.Patience);
    }

    [Fact]
    public async Task Render_SameReferenceBack_DoesNotRenderAgain()
    {
        await StartAsync();
        var view = Render<CounterView>();

        Dispatcher.Dispatch(new ResetToZero());
        Dispatcher.Dispatch(new Incremented());
        view.WaitForAssertion(() => view.MarkupMatches("count 1"), StoreScope.Patience);

        view.RenderCount.Should().Be(2);
    }

    [Fact]
    public async Task Render_SelectionWithoutChange_RendersOnlyWhenTheSelectedPartChanges()
    {
        await StartAsync();
        var view = Render<SelectionView>();
        view.MarkupMatches("even");

        Dispatcher.Dispatch(new AddedStruct(2));
        Dispatcher.Dispatch(new AddedStruct(1));
        view.WaitForAssertion(() => view.MarkupMatches("odd"), StoreScope.Patience);

        view.RenderCount.Should().Be(2);
    }

    [Fact]
    public async Task SubscribeToAction_UntilDisposed_CallsBack()
    {
        await StartAsync();
        Render<CounterView>(parameters => parameters.Add(view => view.Note, _notes.Enqueue));
        Dispatcher.Dispatch(new Noted("heard"));
        _notes.Should().Contain("heard");

        await DisposeComponentsAsync();
        Dispatcher.Dispatch(new Noted("unheard"));

        _notes.Should().NotContain("unheard");
    }

    [Fact]
    public async Task DisposeAsync_StateChangesAfterwards_DoesNotRenderAgain()
    {
        await StartAsync();
        Render<CounterView>(parameters => parameters.Add(view => view.Note, _notes.Enqueue));

        await DisposeComponentsAsync();
        Dispatcher.Dispatch(new Incremented());

        _notes.Should().Equal("rendered", "disposed");
    }

    [Fact]
    public async Task DisposeAsync_StateOutlivesTheComponent_LeavesNoHandlerOnIt()
    {
        await using var scope = StoreScope.Create();
        var state = new CountingState(scope.Counter);
        Services.AddScoped<IState<CounterState>>(_ => state);
        Render<CounterView>();
        Render<CounterLayout>();
        state.Handlers.Should().Be(2);

        await DisposeComponentsAsync();

        state.Handlers.Should().Be(0);
    }

    [Fact]
    public async Task DisposeAsync_Twice_RunsTheCoreOnce()
    {
        await StartAsync();
        var view = Render<CounterView>(parameters => parameters.Add(view => view.Note, _notes.Enqueue));

        await view.Instance.DisposeAsync();
        await view.Instance.DisposeAsync();

        _notes.Count(note => note == "disposed").Should().Be(1);
    }

    [Fact]
    public async Task Layout_StateChangesAndActions_RendersCallsBackAndEnds()
    {
        await StartAsync();
        var layout = Render<CounterLayout>(parameters => parameters
            .Add(view => view.Note, _notes.Enqueue)
            .Add(view => view.Body, "body"));
        layout.MarkupMatches("layout 0 body");

        Dispatcher.Dispatch(new Incremented());
        layout.WaitForAssertion(() => layout.MarkupMatches("layout 1 body"), StoreScope.Patience);
        Dispatcher.Dispatch(new Noted("heard"));
        await DisposeComponentsAsync();
        var before = _notes.ToArray();
        Dispatcher.Dispatch(new Incremented());
        Dispatcher.Dispatch(new Noted("unheard"));

        before.Should().Contain("heard");
        _notes.Should().Equal(before);
    }

    private Task StartAsync() => Services.GetRequiredService<IStore>().InitializeAsync();
}
