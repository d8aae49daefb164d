using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Reservations;

/// <summary>A request key was used before, for something else. Nothing was changed.</summary>
/// <param name="reservation">What was made under it, where that was a single reservation.</param>
public sealed class RequestKeyException(Reservation? reservation = null) : Exception("This key was used before, for another request. Take a new one.")
{
    public Reservation? Reservation { get; } = reservation;
}
