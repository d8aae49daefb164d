using System.Globalization;
using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Features.Notifications;

/// <summary>One toast, and the clock that closes it. Its time counts while it is shown.</summary>
public sealed partial class ToastCard
{
    private ToastLife? _life;
    private int? _running;

    [Parameter, EditorRequired]
    public long Id { get; set; }

    [Inject]
    public required IState<NotificationsState> Notifications { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    private OpenToast? Shown => Notifications.Value.Open.Find(toast => toast.Id == Id);

    protected override void OnAfterRender(bool firstRender)
    {
        if (Shown is not { IsLeaving: false } shown)
        {
            _life?.Start(null);
            return;
        }

        _life ??= new ToastLife(Time, Close);
        if (_running != shown.Revision)
        {
            _life.Start(shown.Toast.Life);
        }

        _life.Pause(Notifications.Value.IsPaused);
        _running = shown.Revision;
    }

    protected override ValueTask DisposeAsyncCore(bool disposing)
    {
        _life?.Dispose();
        return base.DisposeAsyncCore(disposing);
    }

    private static string KindClass(ToastKind kind) => kind switch
    {
        ToastKind.Success => "t-success",
        ToastKind.Warning => "t-warning",
        ToastKind.Error => "t-error",
        _ => "t-info",
    };

    private static string KindIcon(ToastKind kind) => kind switch
    {
        ToastKind.Success => AppIcons.Success,
        ToastKind.Warning => AppIcons.Warning,
        ToastKind.Error => AppIcons.Error,
        _ => AppIcons.Info,
    };

    private static string Runs(TimeSpan life) => string.Create(CultureInfo.InvariantCulture, $"animation-duration:{life.TotalMilliseconds:0}ms");

    private void Close() => Dispatcher.Dispatch(new ToastClosed(Id));
}
