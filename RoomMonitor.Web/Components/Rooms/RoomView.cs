using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Components.Rooms;

/// <summary>
/// What the card and the row of one room on the monitor share. A thousand of them can be on the page: each renders again only when
/// its own room, its day or one of its marks has changed, never because others did or time passed.
/// </summary>
public abstract class RoomView : ComponentBase
{
    private (RoomOccupancy, bool, DateOnly, bool, bool, string, string?) _rendered;

    /// <summary>The room; the view renders again when this is another instance.</summary>
    [Parameter, EditorRequired]
    public required RoomOccupancy Occupancy { get; set; }

    [Parameter, EditorRequired]
    public required CampusCalendar Calendar { get; set; }

    /// <summary>The campus day of the strip: at midnight the view turns the page.</summary>
    [Parameter, EditorRequired]
    public required DateOnly Date { get; set; }

    /// <summary>The campus instant of this render. Never a reason to render again: the browser counts on by itself.</summary>
    [Parameter, EditorRequired]
    public required DateTime Now { get; set; }

    /// <summary>Of <see cref="BuildingLetters"/>.</summary>
    [Parameter, EditorRequired]
    public required string Letters { get; set; }

    /// <summary>The room's own page, where there is one.</summary>
    [Parameter]
    public string? Href { get; set; }

    /// <summary>The news is too old to be believed: Unknown.</summary>
    [Parameter]
    public bool IsStale { get; set; }

    /// <summary>The campus instant of the last news, told where it is stale.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <summary>Changed just now: outlined.</summary>
    [Parameter]
    public bool IsHighlighted { get; set; }

    /// <summary>Doesn't fit the filter any more, but keeps its place until the list is sorted again.</summary>
    [Parameter]
    public bool NoLongerMatches { get; set; }

    private protected Room Room => Occupancy.Room;

    private protected DisplayStatus Display => Occupancy.Status.ToDisplay(IsStale);

    private protected string StateClass => (IsHighlighted, NoLongerMatches) switch
    {
        (true, _) => "changed",
        (_, true) => "leaving",
        _ => "",
    };

    protected override void OnInitialized() => _rendered = Key();

    protected override bool ShouldRender()
    {
        var key = Key();
        var differs = key != _rendered;
        _rendered = key;
        return differs;
    }

    private (RoomOccupancy, bool, DateOnly, bool, bool, string, string?) Key() =>
        (Occupancy, IsStale, Date, IsHighlighted, NoLongerMatches, Letters, Href);
}
