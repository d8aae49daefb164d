namespace RoomMonitor.Web.Api.Contracts;

/// <summary>What the caller has ahead, next first; each with <c>time_until_start</c> and <c>countdown_text</c>.</summary>
public sealed record WireUpcoming(int Count, IReadOnlyList<WireReservation> Reservations);
