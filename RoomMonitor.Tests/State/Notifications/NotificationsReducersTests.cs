using RoomMonitor.Web.Features.Notifications;

namespace RoomMonitor.Tests.State.Notifications;

public sealed class NotificationsReducersTests
{
    private NotificationsState _state = FixedState<NotificationsState>.Initial();

    [Fact]
    public void Requested_Several_StandNewestFirst()
    {
        Request(Info("first"), Info("second"));

        Titles().Should().Equal("second", "first");
        _state.Open.Select(open => open.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Requested_WithTheKeyOfOneThatIsShown_TakesItsPlaceAndBeginsAnew()
    {
        Request(Info("one room changed", "building"), Info("other"), Info("two rooms changed", "building"));

        Titles().Should().Equal("other", "two rooms changed");
        _state.Open[1].Revision.Should().Be(1);
        _state.Open[1].Id.Should().Be(1);
    }

    [Fact]
    public void Requested_WithTheKeyOfOneThatIsLeaving_IsANewOne()
    {
        Request(Info("gone", "key"));
        _state = NotificationsReducers.OnClosed(_state, new ToastClosed(1));

        Request(Info("new", "key"));

        Titles().Should().Equal("new", "gone");
    }

    [Fact]
    public void Requested_Summary_ReplacesWhatItSumsUp()
    {
        Request(Info("room 1", "room 1"), Info("own"), Info("room 2", "room 2"), Info("3 rooms", "building") with { Replaces = ["room 1", "room 2", "room 3"] });

        Titles().Should().Equal("3 rooms", "own");
    }

    [Fact]
    public void Requested_TooMany_DropsTheOldestThatWouldHaveGoneByItself()
    {
        Request(new Toast(ToastKind.Error, "lost work"), Info("oldest"));

        Request([.. Enumerable.Range(0, NotificationsReducers.MostOpen - 1).Select(number => Info($"{number}"))]);

        _state.Open.Should().HaveCount(NotificationsReducers.MostOpen);
        Titles().Should().Contain("lost work").And.NotContain("oldest");
    }

    [Fact]
    public void Closed_LeavesAndIsRemovedOnce()
    {
        Request(Info("one"));

        _state = NotificationsReducers.OnClosed(_state, new ToastClosed(1));
        _state.Open.Should().ContainSingle().Which.IsLeaving.Should().BeTrue();
        NotificationsReducers.OnClosed(_state, new ToastClosed(1)).Should().BeSameAs(_state);
        _state = NotificationsReducers.OnRemoved(_state, new ToastRemoved(1));

        _state.Open.Should().BeEmpty();
        NotificationsReducers.OnRemoved(_state, new ToastRemoved(1)).Should().BeSameAs(_state);
    }

    [Fact]
    public void Removed_TheLastOne_PausesNothingAnyMore()
    {
        Request(Info("one"), Info("two"));
        _state = NotificationsReducers.OnPaused(_state, new ToastsPaused(true));

        _state = NotificationsReducers.OnRemoved(_state, new ToastRemoved(1));
        _state.IsPaused.Should().BeTrue();
        _state = NotificationsReducers.OnRemoved(_state, new ToastRemoved(2));
        _state.IsPaused.Should().BeFalse();
    }

    [Theory]
    [InlineData(ToastKind.Success, 5)]
    [InlineData(ToastKind.Info, 5)]
    [InlineData(ToastKind.Warning, 5)]
    [InlineData(ToastKind.Error, null)]
    public void Life_UnlessSet_IsFiveSecondsAndForErrorsEndless(ToastKind kind, int? seconds) =>
        new Toast(kind, "").Life.Should().Be(seconds is { } length ? TimeSpan.FromSeconds(length) : null);

    [Fact]
    public void Life_WhenSet_IsThat()
    {
        (Info("") with { Duration = TimeSpan.FromSeconds(2) }).Life.Should().Be(TimeSpan.FromSeconds(2));
        (Info("") with { Duration = TimeSpan.Zero }).Life.Should().BeNull();
        new Toast(ToastKind.Error, "") { Duration = TimeSpan.FromSeconds(9) }.Life.Should().Be(TimeSpan.FromSeconds(9));
    }

    private static Toast Info(string title, string? key = null) => new(ToastKind.Info, title) { MergeKey = key };

    private void Request(params Toast[] toasts) =>
        _state = toasts.Aggregate(_state, (state, toast) => NotificationsReducers.OnRequested(state, new ToastRequested(toast)));

    private IEnumerable<string> Titles() => _state.Open.Select(open => open.Toast.Title);
}
