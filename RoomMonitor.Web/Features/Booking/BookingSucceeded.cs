using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>The room is theirs.</summary>
/// <param name="RoomName">Of the reservation: an earlier try of the same intent may have booked another room or time than the last one asked.</param>
/// <param name="IsPending">It has to be approved.</param>
public sealed record BookingSucceeded(BookingRequest Request, int ReservationId, int RoomId, string RoomName, TimeSlot Slot, bool IsPending)
{
    public bool IsAsAsked => RoomId == Request.RoomId && Slot == Request.Slot;
}
