namespace RoomMonitor.Bench.Fanout;

/// <summary>One reservation of a <see cref="ReservationLoad"/>.</summary>
/// <param name="SentAt">When its request was sent, in ticks of <see cref="System.Diagnostics.Stopwatch"/>.</param>
/// <param name="AnsweredAt">When the whole answer was there.</param>
/// <param name="ReservationId">0 where it was refused or failed.</param>
/// <param name="Failure">Null where it was made.</param>
public sealed record SentReservation(int RoomId, long SentAt, long AnsweredAt, long ReservationId, string? Failure);
