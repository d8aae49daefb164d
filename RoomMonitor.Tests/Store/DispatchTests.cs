using Fluxor;

namespace RoomMonitor.Tests.Store;

public sealed class DispatchTests
{
    [Fact]
    public async Task Dispatch_ReducerForTheAction_IsReducedWhenItReturns()
    {
        await using var scope = await StoreScope.StartAsync();

        scope.Dispatcher.Dispatch(new Incremented());

        scope.Counter.Count.Should().Be(1);
    }

    [Fact]
    public async Task Dispatch_StructAction_IsReduced()
    {
        await using var scope = await StoreScope.StartAsync();

        scope.Dispatcher.Dispatch(new AddedStruct(5));

        scope.Counter.Count.Should().Be(5);
    }

    [Fact]
    public async Task Dispatch_DerivedAction_IsSeenByReducersOfItsBaseAndItsInterface()
    {
        await using var scope = await StoreScope.StartAsync();

        scope.Dispatcher.Dispatch(new LetteredTwice("x"));

        scope.Counter.Trace.Should().Contain("base:x;").And.Contain("interface:x;");
    }

    [Fact]
    public async Task Dispatch_Null_Throws()
    {
        await using var scope = await StoreScope.StartAsync();

        var act = () => scope.Dispatcher.Dispatch(null!);

        act.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task Dispatch_StateChanges_NotifiesOnceEach()
    {
        await using var scope = await StoreScope.StartAsync();
        var seen = new List<int>();
        scope.Get<IState<CounterState>>().StateChanged += (_, _) => seen.Add(scope.Counter.Count);

        scope.Dispatcher.Dispatch(new Incremented());
        scope.Dispatcher.Dispatch(new Incremented());

        seen.Should().Equal(1, 2);
    }

    [Fact]
    public async Task Dispatch_SameReferenceBack_NotifiesNobody()
    {
        await using var scope = await StoreScope.StartAsync();
        var notifications = 0;
        scope.Get<IState<CounterState>>().StateChanged += (_, _) => notifications++;

        scope.Dispatcher.Dispatch(new ResetToZero());
        scope.Dispatcher.Dispatch(new Unheard());
        notifications.Should().Be(0);

        scope.Dispatcher.Dispatch(new Incremented());
        scope.Dispatcher.Dispatch(new ResetToZero());
        notifications.Should().Be(2);
    }

    [Fact]
    public async Task Dispatch_EqualButNewInstanceBack_Notifies()
    {
        await using var scope = await StoreScope.StartAsync();
        var notifications = 0;
        scope.Get<IState<CounterState>>().StateChanged += (_, _) => notifications++;

        scope.Dispatcher.Dispatch(new AddedStruct(0));

        notifications.Should().Be(1);
    }

    [Fact]
    public async Task Dispatch_HandlerTakenAway_IsNotCalled()
    {
        await using var scope = await StoreScope.StartAsync();
        var notifications = 0;
        void Count(object? sender, EventArgs args) => notifications++;
        var state = scope.Get<IState<CounterState>>();

        state.StateChanged += Count;
        scope.Dispatcher.Dispatch(new Incremented());
        state.StateChanged -= Count;
        scope.Dispatcher.Dispatch(new Incremented());

        notifications.Should().Be(1);
    }

    [Fact]
    public async Task Dispatch_FromWithinAHandler_IsReducedAfterTheCurrentAction()
    {
        await using var scope = await StoreScope.StartAsync();
        var seen = new List<string>();
        scope.Store.SubscribeToAction<Incremented>(this, _ =>
        {
            scope.Dispatcher.Dispatch(new Noted("inner"));
            seen.Add("outer sees '" + scope.Counter.Trace + "'");
        });

        scope.Dispatcher.Dispatch(new Incremented());

        seen.Should().Equal("outer sees ''");
        scope.Counter.Trace.Should().Be("inner");
    }

    [Fact]
    public async Task Dispatch_ReducerThrows_ReachesTheCallerAndTheStoreLivesOn()
    {
        await using var scope = await StoreScope.StartAsync();
        scope.Dispatcher.Dispatch(new Incremented());

        var act = () => scope.Dispatcher.Dispatch(new Broken());

        act.Should().Throw<InvalidOperationException>().WithMessage("reducer of 1");
        scope.Counter.Count.Should().Be(1);
        scope.Dispatcher.Dispatch(new Incremented());
        scope.Counter.Count.Should().Be(2);
        act.Should().Throw<InvalidOperationException>().WithMessage("reducer of 2");
    }

    [Fact]
    public async Task Dispatch_StateChangedHandlerThrows_ReachesTheCallerAndTheStoreLivesOn()
    {
        await using var scope = await StoreScope.StartAsync();
        static void Fail(object? sender, EventArgs args) => throw new FormatException("handler");
        var state = scope.Get<IState<CounterState>>();
        state.StateChanged += Fail;

        var act = () => scope.Dispatcher.Dispatch(new Incremented());

        act.Should().Throw<FormatException>().WithMessage("handler");
        state.StateChanged -= Fail;
        scope.Dispatcher.Dispatch(new Incremented());
        state.Value.Count.Should().Be(2);
    }

    [Fact]
    public async Task Dispatch_ScopeDisposed_IsIgnored()
    {
        var scope = await StoreScope.StartAsync(typeof(JournalEffects));
        var (dispatcher, journal) = (scope.Dispatcher, scope.Get<Journal>());
        await scope.DisposeAsync();

        var act = () => dispatcher.Dispatch(new Unheard());

        act.Should().NotThrow();
        journal.Lines.Should().BeEmpty();
    }
}
