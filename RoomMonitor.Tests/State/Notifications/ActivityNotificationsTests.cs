using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Tests.State.Activity;
using RoomMonitor.Web.Features.Activity;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Features.Profile;

namespace RoomMonitor.Tests.State.Notifications;

public sealed class ActivityNotificationsTests
{
    private static readonly ProfileState _profile = FixedState<ProfileState>.Initial();

    [Theory]
    [InlineData("22:00", "07:00", "23:30", false)]
    [InlineData("22:00", "07:00", "06:59", false)]
    [InlineData("22:00", "07:00", "07:00", true)]
    [InlineData("22:00", "07:00", "12:00", true)]
    [InlineData("12:00", "13:00", "12:30", false)]
    [InlineData("12:00", "13:00", "13:00", true)]
    public void IsWanted_QuietHours_RunOverMidnight(string from, string to, string at, bool expected) =>
        ActivityNotifications.IsWanted(_profile with { QuietHours = (At(from), At(to)) }, At(at)).Should().Be(expected);

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Happened_ByWhetherNotificationsAreOn_IsToldOrNot(bool isOn, int expected)
    {
        var dispatcher = new RecordingDispatcher();
        var told = 0;
        dispatcher.ActionDispatched += (_, dispatched) => told += dispatched.Action is ToastRequested ? 1 : 0;
        var effect = new ActivityNotifications(
            new FixedState<ProfileState>(_profile with { NotificationsEnabled = isOn }), ActivityScene.Calendar, new FakeTimeProvider(ActivityScene.Now));

        await effect.OnHappened(new ActivityHappened([ActivityScene.Freed(6)]), dispatcher);

        told.Should().Be(expected);
    }

    private static TimeOnly At(string time) => TimeOnly.ParseExact(time, "HH:mm");
}
