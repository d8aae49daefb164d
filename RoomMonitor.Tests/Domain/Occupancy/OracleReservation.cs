namespace RoomMonitor.Tests.Domain.Occupancy;

/// <summary>A reservation as plain data; the status is the wire contract's word.</summary>
public sealed record OracleReservation(int Id, DateTime Start, DateTime End, int Attendees, string Status)
{
    public override string ToString() => $"#{Id} {Start:s} - {End:s} {Status}, {Attendees} people";
}
