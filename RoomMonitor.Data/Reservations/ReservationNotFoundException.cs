namespace RoomMonitor.Data.Reservations;

public sealed class ReservationNotFoundException(int id) : Exception($"There is no reservation {id}.")
{
    public int Id { get; } = id;
}
