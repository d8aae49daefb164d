using System.Collections.Immutable;
using Fluxor;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;
using MudBlazor.Services;

namespace RoomMonitor.Web.Features.Notifications;

/// <summary>
/// The messages over the page: MudBlazor's snackbars, which the store opens and closes. Stands once, in the layout, in place of
/// MudBlazor's own provider: that one calls each message an alert, and shows the oldest when there are too many.
/// </summary>
public sealed partial class ToastContainer : IBrowserViewportObserver
{
    private readonly Dictionary<long, Snackbar> _snackbars = [];
    private bool _isPhone;
    private bool _isObserving;
    private bool _showsAll;
    private bool _hasPointer;
    private bool _hasFocus;

    [Inject]
    public required IState<NotificationsState> Notifications { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    [Inject]
    public required ISnackbar Snackbars { get; set; }

    [Inject]
    public required IBrowserViewportService Viewport { get; set; }

    [Inject]
    public required IOptions<NotificationsOptions> Options { get; set; }

    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>How many are shown at once; the older ones wait, and their time does too.</summary>
    private int Places => _showsAll ? int.MaxValue : _isPhone ? 2 : 5;

    private ImmutableList<OpenToast> Open => Notifications.Value.Open;

    private string Corner => Options.Value.Position switch
    {
        ToastPosition.TopLeft => "top left",
        ToastPosition.BottomRight => "bottom right",
        ToastPosition.BottomLeft => "bottom left",
        _ => "top right",
    };

    public Task NotifyBrowserViewportChangeAsync(BrowserViewportEventArgs browserViewportEventArgs) => InvokeAsync(() =>
    {
        _isPhone = browserViewportEventArgs is { Breakpoint: Breakpoint.Xs, BrowserWindowSize.Width: > 0 };
        StateHasChanged();
    });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        Forget();
        if (Open.Count <= 2)
        {
            _showsAll = false;
        }
        else if (!_isObserving)
        {
            // How wide the page is matters from the third message on; most people never see one.
            _isObserving = true;
            await Viewport.SubscribeAsync(this, fireImmediately: true);
        }
    }

    protected override async ValueTask DisposeAsyncCore(bool disposing)
    {
        await base.DisposeAsyncCore(disposing);
        if (_isObserving)
        {
            await Viewport.UnsubscribeAsync(this);
        }
    }

    private static bool IsAlert(OpenToast open) => open.Toast.Kind == ToastKind.Error;

    private static string More(int count) => count == 1 ? NotificationTexts.MoreOne : NotificationTexts.FormatMoreMany(count);

    /// <summary>Its time and its sliding are the store's and the styles': MudBlazor's own are off.</summary>
    private Snackbar SnackbarOf(OpenToast open)
    {
        if (!_snackbars.TryGetValue(open.Id, out var snackbar))
        {
            snackbar = Snackbars.Add<ToastCard>(new() { [nameof(ToastCard.Id)] = open.Id }, Severity.Normal, options =>
            {
                options.RequireInteraction = true;
                options.ShowTransitionDuration = 0;
                options.HideTransitionDuration = 0;
                options.MaximumOpacity = 100;
                options.ShowCloseIcon = false;
                options.HideIcon = true;
                options.SnackbarTypeClass = "toast-frame";
            })!;
            _snackbars.Add(open.Id, snackbar);
        }

        return snackbar;
    }

    private void Forget()
    {
        foreach (var (id, snackbar) in _snackbars.Where(one => Open.All(open => open.Id != one.Key)).ToList())
        {
            _snackbars.Remove(id);
            Snackbars.Remove(snackbar);
        }

        if (_snackbars.Count == 0)
        {
            // What is removed tells of neither pointer nor focus leaving it.
            (_hasPointer, _hasFocus) = (false, false);
        }
    }

    private void PauseByPointer(bool isThere)
    {
        _hasPointer = isThere;
        Dispatcher.Dispatch(new ToastsPaused(_hasPointer || _hasFocus));
    }

    private void PauseByFocus(bool isThere)
    {
        _hasFocus = isThere;
        Dispatcher.Dispatch(new ToastsPaused(_hasPointer || _hasFocus));
    }
}
