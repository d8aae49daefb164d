using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Rooms;

/// <summary>A room's status as glyph and word in its colour, with details on hover, focus and tap.</summary>
public sealed partial class RoomStatusBadge : ComponentBase
{
    private readonly string _detailsId = $"badge-{Guid.NewGuid():N}";
    private DisplayStatus _display;
    private bool _isAnnounced;
    private string _announcement = "";

    [Parameter, EditorRequired]
    public required RoomStatus Status { get; set; }

    [Parameter, EditorRequired]
    public required CampusCalendar Calendar { get; set; }

    /// <summary>The campus instant of this render.</summary>
    [Parameter, EditorRequired]
    public required DateTime Now { get; set; }

    /// <summary>The status is too old to be believed: it is shown as Unknown.</summary>
    [Parameter]
    public bool IsStale { get; set; }

    /// <summary>The campus instant of the last news, told where the status is stale.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    [Parameter]
    public BadgeSize Size { get; set; }

    /// <summary>Countdown, attendees and reservations on hover, focus and tap; makes the badge a stop of the Tab key.</summary>
    [Parameter]
    public bool ShowDetails { get; set; } = true;

    /// <summary>
    /// Tells screen readers politely when the status changes, never at a tick. Lists of rooms switch it off and announce for all of
    /// their rooms in one place: hundreds change at the bell.
    /// </summary>
    [Parameter]
    public bool Announces { get; set; } = true;

    private static string ClassOf(BadgeSize size) => size switch
    {
        BadgeSize.Small => "small",
        BadgeSize.Large => "large",
        _ => "",
    };

    private static string Attendance(RoomStatus status) => status switch
    {
        { IsOccupied: true, CurrentReservationId: null } => StatusTexts.Closed,
        { IsOccupied: true } => StatusTexts.FormatAttending(RoomTexts.Seats(status)),
        _ => RoomTexts.Seats(status),
    };

    protected override void OnParametersSet()
    {
        var display = Status.ToDisplay(IsStale);
        if (_isAnnounced && display != _display)
        {
            _announcement = RoomTexts.Announcement(Status, IsStale, Calendar, Now);
        }

        _display = display;
        _isAnnounced = true;
    }
}
