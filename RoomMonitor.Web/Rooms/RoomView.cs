using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// What the card and the row of one room on the monitor share. A thousand of them can be on the page: each renders again only when
/// its own room, its day or its mark has changed, never because others did or time passed. Each parameter is set for each room at
/// each change of any, so there are few, and none of these is a value that has to be boxed (docs/adr/0007).
/// </summary>
public abstract class RoomView : ComponentBase
{
    private (RoomOccupancy, bool, DateOnly, RoomMark?, string, string?) _rendered;

    /// <summary>The room; the view renders again when this is another instance.</summary>
    [Parameter, EditorRequired]
    public required RoomOccupancy Occupancy { get; set; }

    [Parameter, EditorRequired]
    public required ListMoment Moment { get; set; }

    /// <summary>Of <see cref="BuildingLetters"/>.</summary>
    [Parameter, EditorRequired]
    public required string Letters { get; set; }

    /// <summary>Where it leads; null: to the room's own page.</summary>
    [Parameter]
    public string? Href { get; set; }

    [Parameter]
    public RoomMark? Mark { get; set; }

    private protected Room Room => Occupancy.Room;

    private protected CampusCalendar Calendar => Moment.Calendar;

    private protected DateTime Now => Moment.Now;

    private protected bool IsStale => Moment.IsStale;

    private protected string Address => Href ?? RoomWords.Address(Room);

    private protected DisplayStatus Display => Occupancy.Status.ToDisplay(IsStale);

    protected override void OnInitialized() => _rendered = Key();

    protected override bool ShouldRender()
    {
        var key = Key();
        var differs = key != _rendered;
        _rendered = key;
        return differs;
    }

    private (RoomOccupancy, bool, DateOnly, RoomMark?, string, string?) Key() => (Occupancy, IsStale, Moment.Date, Mark, Letters, Href);
}
