using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Rooms;

/// <summary>A room's status as glyph and word in its colour. Cards add details on hover, focus and tap; it announces nothing itself.</summary>
public sealed partial class RoomStatusBadge : ComponentBase
{
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

    [Parameter]
    public BadgeSize Size { get; set; }

    private static string ClassOf(BadgeSize size) => size switch
    {
        BadgeSize.Small => "small",
        BadgeSize.Large => "large",
        _ => "",
    };

    private static string Attendance(RoomStatus status) => status switch
    {
        { IsOccupied: true, CurrentReservationId: null } => StatusTexts.Closed,
        { IsOccupied: true } => StatusTexts.FormatAttending(RoomWords.Seats(status)),
        _ => RoomWords.Seats(status),
    };
}
