using System.Globalization;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Booking;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>Another time or another room for a reservation. What was typed stays when it is refused.</summary>
public sealed partial class MoveDialog : ComponentBase
{
    private int _roomId;
    private SlotFields _time = null!;
    private SeriesScope _scope;
    private string? _problem;
    private int _tries;

    [Parameter, EditorRequired]
    public required OwnReservation Reservation { get; set; }

    /// <summary>The active rooms in their order.</summary>
    [Parameter, EditorRequired]
    public required IEnumerable<Room> Rooms { get; set; }

    [Parameter, EditorRequired]
    public required CampusCalendar Calendar { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public ReservationRefusal? Refusal { get; set; }

    [Parameter]
    public EventCallback<ReservationAct.Move> OnMove { get; set; }

    [Parameter]
    public EventCallback OnDismiss { get; set; }

    /// <summary>Several occurrences stay on their days.</summary>
    private bool KeepsDay => _scope != SeriesScope.This;

    private string FormId => $"move-{Reservation.Id.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Its own room, and those that everybody fits into.</summary>
    private IEnumerable<Room> Choices =>
        Rooms.Where(room => room.Id == Reservation.RoomId || room.Seats(Reservation.Attendees));

    private bool NeedsApproval => Rooms.Any(room => room.Id == _roomId && room.RequiresApproval);

    protected override void OnInitialized()
    {
        _roomId = Reservation.RoomId;
        _time = SlotFields.Of(Reservation.Slot, Calendar);
    }

    private async Task SubmitAsync()
    {
        _tries++;
        _problem = LocalTimes.TryRead(_time, Calendar, out var slot);
        if (_problem is null)
        {
            await OnMove.InvokeAsync(new ReservationAct.Move(_roomId, slot, _scope));
        }
    }

    /// <summary>Into the fields: it is moved by the same button as anything else.</summary>
    private void Take(BookingAlternative alternative)
    {
        _roomId = alternative.Room.Id;
        _time = SlotFields.Of(alternative.Slot, Calendar);
    }

    private static string Text(ChangeEventArgs change) => (string?)change.Value ?? "";
}
