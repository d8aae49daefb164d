namespace RoomMonitor.Web.Features.Reservations;

/// <summary>The user closed the dialog, or asks for something else: an earlier refusal is done with.</summary>
public sealed record ReservationChangeDismissed;
