using System.Runtime.CompilerServices;
using Fluxor;

namespace RoomMonitor.Tests.Store;

public sealed class StateSelectionTests
{
    [Fact]
    public async Task Value_StateChanges_FollowsIt()
    {
        await using var scope = await StoreScope.StartAsync();
        var selection = scope.Get<IStateSelection<CounterState, int>>();
        selection.Select(state => state.Count * 10);
        selection.Value.Should().Be(0);

        scope.Dispatcher.Dispatch(new Incremented());

        selection.Value.Should().Be(10);
    }

    [Fact]
    public async Task StateChanged_SelectedPartChanges_IsRaisedForThatOnly()
    {
        await using var scope = await StoreScope.StartAsync();
        var selection = scope.Get<IStateSelection<CounterState, int>>();
        var (seen, values, called) = (new List<int>(), new List<int>(), new List<int>());
        selection.Select(state => state.Count, selectedValueChanged: called.Add);
        selection.StateChanged += (_, _) => seen.Add(selection.Value);
        selection.SelectedValueChanged += (_, value) => values.Add(value);

        scope.Dispatcher.Dispatch(new Noted("elsewhere"));
        scope.Dispatcher.Dispatch(new Incremented());
        scope.Dispatcher.Dispatch(new Noted("elsewhere"));
        scope.Dispatcher.Dispatch(new Incremented());

        seen.Should().Equal(1, 2);
        values.Should().Equal(1, 2);
        called.Should().Equal(1, 2);
    }

    [Fact]
    public async Task Select_SubscribedBefore_NotifiesAllTheSame()
    {
        await using var scope = await StoreScope.StartAsync();
        var selection = scope.Get<IStateSelection<CounterState, int>>();
        var notifications = 0;
        selection.StateChanged += (_, _) => notifications++;
        selection.Select(state => state.Count);

        scope.Dispatcher.Dispatch(new Incremented());

        notifications.Should().Be(1);
    }

    [Fact]
    public async Task Select_OwnEquality_DecidesWhatIsAChange()
    {
        await using var scope = await StoreScope.StartAsync();
        var selection = scope.Get<IStateSelection<CounterState, int>>();
        var values = new List<int>();
        selection.Select(state => state.Count, valueEquals: (a, b) => a / 10 == b / 10);
        selection.SelectedValueChanged += (_, value) => values.Add(value);

        scope.Dispatcher.Dispatch(new AddedStruct(5));
        scope.Dispatcher.Dispatch(new AddedStruct(7));
        scope.Dispatcher.Dispatch(new AddedStruct(1));

        values.Should().Equal(12);
    }

    [Fact]
    public async Task Select_Twice_Throws()
    {
        await using var scope = await StoreScope.StartAsync();
        var selection = scope.Get<IStateSelection<CounterState, int>>();
        selection.Select(state => state.Count);

        var act = () => selection.Select(state => state.Count + 1);

        act.Should().Throw<InvalidOperationException>();
        selection.Value.Should().Be(0);
    }

    [Fact]
    public async Task Selections_TwoOfOneKind_AreTransient()
    {
        await using var scope = await StoreScope.StartAsync();
        var count = scope.Get<IStateSelection<CounterState, int>>();
        var length = scope.Get<IStateSelection<CounterState, int>>();
        count.Select(state => state.Count);
        length.Select(state => state.Trace.Length);

        scope.Dispatcher.Dispatch(new Noted("four"));

        count.Value.Should().Be(0);
        length.Value.Should().Be(4);
    }

    [Fact]
    public async Task StateChanged_HandlerTakenAwayAndBack_AnnouncesOnlyWhatChangesAfterwards()
    {
        await using var scope = await StoreScope.StartAsync();
        var selection = scope.Get<IStateSelection<CounterState, int>>();
        selection.Select(state => state.Count);
        var seen = new List<int>();
        void Note(object? sender, EventArgs args) => seen.Add(selection.Value);

        selection.StateChanged += Note;
        scope.Dispatcher.Dispatch(new Incremented());
        selection.StateChanged -= Note;
        scope.Dispatcher.Dispatch(new Incremented());
        selection.StateChanged += Note;
        scope.Dispatcher.Dispatch(new Noted("elsewhere"));
        scope.Dispatcher.Dispatch(new Incremented());

        seen.Should().Equal(1, 3);
    }

    [Fact]
    public async Task Select_EightThreadsDispatch_TheLastValueIsAnnounced()
    {
        await using var scope = await StoreScope.StartAsync();
        var selection = scope.Get<IStateSelection<CounterState, int>>();
        var last = 0;
        selection.Select(state => state.Count / 7, selectedValueChanged: value => last = value);

        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                scope.Dispatcher.Dispatch(new Incremented());
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        last.Should().Be(4000 / 7);
        selection.Value.Should().Be(4000 / 7);
    }

    [Fact]
    public async Task Selection_NobodyListensAnyMore_IsNotKeptAliveByTheScope()
    {
        await using var scope = await StoreScope.StartAsync();
        var selection = ListenForAWhile(scope);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        selection.IsAlive.Should().BeFalse();
        scope.Counter.Count.Should().Be(1);
    }

    // A frame of its own: in a debug build locals live to the end of their method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ListenForAWhile(StoreScope scope)
    {
        var selection = scope.Get<IStateSelection<CounterState, int>>();
        var notifications = 0;
        void Count(object? sender, EventArgs args) => notifications++;
        selection.Select(state => state.Count);
        selection.StateChanged += Count;
        scope.Dispatcher.Dispatch(new Incremented());
        selection.StateChanged -= Count;
        notifications.Should().Be(1);
        return new WeakReference(selection);
    }
}
