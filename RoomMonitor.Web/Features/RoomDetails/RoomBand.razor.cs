using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>A room's status over the whole width: glyph, word, sentence and countdown.</summary>
public sealed partial class RoomBand : ComponentBase
{
    [Parameter, EditorRequired]
    public required RoomOccupancy Occupancy { get; set; }

    [Parameter, EditorRequired]
    public required CampusCalendar Calendar { get; set; }

    /// <summary>The campus instant of this render.</summary>
    [Parameter, EditorRequired]
    public required DateTime Now { get; set; }

    /// <summary>The campus instant of the last news where there have been none for long; else null.</summary>
    [Parameter]
    public DateTime? StaleSince { get; set; }

    private RoomStatus Status => Occupancy.Status;

    private bool IsStale => StaleSince is not null;

    private DisplayStatus Display => Status.ToDisplay(IsStale);

    private DateTime? Until => Status.NextAvailableAt ?? Status.FreeUntil;

    private string Line()
    {
        if (StaleSince is { } since)
        {
            return $"{RoomPageTexts.NoNews}. {RoomWords.LastKnown(Status, Calendar, since)}";
        }

        // What comes after the next change is the status right then.
        var then = Until is { } until ? Occupancy.Schedule.StatusAt(until) : null;
        return Status switch
        {
            { NextAvailableAt: { } freeAt, CurrentReservationId: null } => RoomPageTexts.FormatClosedUntil(When(freeAt)),
            { NextAvailableAt: { } freeAt } when then?.FreeUntil is { } next => RoomPageTexts.FormatReservedUntilThenFree(When(freeAt), When(next)),
            { NextAvailableAt: { } freeAt } => RoomPageTexts.FormatReservedUntil(When(freeAt)),
            { FreeUntil: { } takenAt } when then?.NextAvailableAt is { } end => RoomPageTexts.FormatFreeUntilThenReserved(When(takenAt), When(end)),
            _ => RoomPageTexts.FreeForDays,
        };
    }

    private string When(DateTime instant) => RoomWords.When(instant, Calendar, Now);
}
