using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Reservations;

/// <summary>A reservation that somebody asks for. Times are UTC.</summary>
public sealed record ReservationDraft(int RoomId, DateTime Start, DateTime End, ReservationDetails Details);
