using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Kiosks.Fleet;

/// <summary>A screen in the list: how it does, and what can be done with it.</summary>
public sealed partial class KioskRow
{
    /// <summary>Screens report a skew over it; what they show follows the server's clock all the same.</summary>
    private static readonly TimeSpan _wrongClock = TimeSpan.FromSeconds(30);

    private static readonly ImmutableArray<KioskAct> _ofPaired = [KioskAct.Change, KioskAct.Identify, KioskAct.Reload, KioskAct.NewLink, KioskAct.Revoke];

    private static readonly ImmutableArray<KioskAct> _ofWaiting = [KioskAct.Change, KioskAct.NewLink, KioskAct.Revoke];

    private bool _isOpen;

    [Parameter, EditorRequired]
    public required KioskItem Item { get; set; }

    /// <summary>UTC, real.</summary>
    [Parameter, EditorRequired]
    public required DateTime Now { get; set; }

    /// <summary>Of the building.</summary>
    [Parameter, EditorRequired]
    public required string Letters { get; set; }

    [Parameter, EditorRequired]
    public required CampusCalendar Calendar { get; set; }

    [Parameter]
    public EventCallback<(KioskAct Act, KioskDevice Device)> OnAct { get; set; }

    private KioskDevice Device => Item.Device;

    private string Place => Item.RoomName is { } room ? $"{BidiText.Isolated(room)}, {BidiText.Isolated(Item.Building)}" : KioskWords.PlaceOf(Device, room: null);

    private ImmutableArray<KioskAct> Acts => Item.State == KioskState.Waiting ? _ofWaiting : _ofPaired;

    private string KindIcon => Device.Kind switch
    {
        KioskKind.Room => AppIcons.Kiosk,
        KioskKind.Overview => AppIcons.Overview,
        _ => AppIcons.Rooms,
    };

    private static string[] Unknown =>
    [
        KioskAdminTexts.ColumnDataAge, KioskAdminTexts.ColumnSkew, KioskAdminTexts.ColumnFreshness, KioskAdminTexts.ColumnVersion,
    ];

    private string Time(DateTime instant) => CampusFormats.Time(instant, Calendar);

    private Task ChooseAsync(KioskAct act)
    {
        _isOpen = false;
        return OnAct.InvokeAsync((act, Device));
    }
}
