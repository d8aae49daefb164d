using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>A reservation as its owner sees it. Two are equal where nothing that is shown differs.</summary>
public sealed record OwnReservation
{
    public required int Id { get; init; }

    public required int RoomId { get; init; }

    public required string RoomName { get; init; }

    public required string Building { get; init; }

    public required int Floor { get; init; }

    /// <summary>Another time or room has to be approved again.</summary>
    public required bool RequiresApproval { get; init; }

    public required TimeSlot Slot { get; init; }

    public required string Purpose { get; init; }

    public required int Attendees { get; init; }

    public required ReservationStatus Status { get; init; }

    /// <summary>The series that it is an occurrence of; null for a single one.</summary>
    public required int? SeriesId { get; init; }

    /// <summary>The start that its series' rule gives it; null for a single one.</summary>
    public DateTime? OriginalStart { get; init; }

    public static OwnReservation Of(ReservationRow row) => new()
    {
        Id = row.Reservation.Id,
        RoomId = row.Room.Id,
        RoomName = row.Room.Name,
        Building = row.Room.Building,
        Floor = row.Room.Floor,
        RequiresApproval = row.Room.RequiresApproval,
        Slot = row.Reservation.Slot,
        Purpose = row.Reservation.Purpose,
        Attendees = row.Reservation.Attendees,
        Status = row.Reservation.Status,
        SeriesId = row.Reservation.SeriesId,
        OriginalStart = row.Reservation.OriginalStart,
    };

    public bool IsRunning(DateTime now) => Status != ReservationStatus.Cancelled && Slot.Contains(now);
}
