namespace RoomMonitor.Web.Features.Reservations;

/// <summary>An act under way.</summary>
/// <param name="Refusal">Null while it runs.</param>
/// <param name="IsDone">It succeeded, and what is shown doesn't say so yet.</param>
public sealed record ReservationChange(int Id, ReservationAct Act, ReservationRefusal? Refusal = null, bool IsDone = false)
{
    public bool IsRunning => Refusal is null;
}
