using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// Tells screen readers politely when one room's status changes, never at a tick. For pages about one room: lists announce for all of
/// their rooms in one place, since hundreds change at the bell.
/// </summary>
public sealed partial class StatusAnnouncement : ComponentBase
{
    private DisplayStatus? _display;
    private string _announcement = "";

    [Parameter, EditorRequired]
    public required RoomStatus Status { get; set; }

    [Parameter, EditorRequired]
    public required CampusCalendar Calendar { get; set; }

    /// <summary>The campus instant of this render.</summary>
    [Parameter, EditorRequired]
    public required DateTime Now { get; set; }

    [Parameter]
    public bool IsStale { get; set; }

    protected override void OnParametersSet()
    {
        var display = Status.ToDisplay(IsStale);
        if (_display is not null && _display != display)
        {
            _announcement = RoomWords.Announcement(Status, IsStale, Calendar, Now);
        }

        _display = display;
    }
}
