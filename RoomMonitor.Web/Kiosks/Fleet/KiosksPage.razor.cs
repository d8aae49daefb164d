using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Kiosks.Screens;

namespace RoomMonitor.Web.Kiosks.Fleet;

/// <summary>All registered screens, live, for administrators. What is shown of them is in the query string.</summary>
public sealed partial class KiosksPage
{
    private KioskList _list = null!;
    private ImmutableArray<KioskItem> _shown;
    private KioskDialogs _dialogs = null!;
    private KioskFleetWatch? _watch;

    [Inject]
    public required KioskFleet Fleet { get; set; }

    /// <summary>Screens live in real time, whatever the campus clock shows.</summary>
    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    public required IOptions<ScreenOptions> Screens { get; set; }

    private string Subtitle => _list.InUse.Length == 1
        ? KioskAdminTexts.FormatSubtitleOne(1)
        : KioskAdminTexts.FormatSubtitleMany(_list.InUse.Length);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Look();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _watch = new KioskFleetWatch(Fleet, Time, TellAsync, DispatchExceptionAsync);
        }
    }

    protected override async ValueTask DisposeAsyncCore(bool disposing)
    {
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        await base.DisposeAsyncCore(disposing);
    }

    private protected override void OnAsked() => Choose();

    private void Look()
    {
        _list = KioskList.Of(Fleet.Screens, Rooms.Value.Snapshot, Time.GetUtcNow().UtcDateTime, Screens.Value.UnknownAfter);
        Choose();
    }

    private void Choose() => _shown = _list?.Matching(Query) ?? [];

    private async Task TellAsync()
    {
        try
        {
            await InvokeAsync(() =>
            {
                Look();
                StateHasChanged();
            });
        }
        catch (ObjectDisposedException)
        {
            // Gone in this moment.
        }
    }
}
