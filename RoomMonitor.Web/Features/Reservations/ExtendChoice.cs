namespace RoomMonitor.Web.Features.Reservations;

/// <summary>A later end that a reservation may get.</summary>
/// <param name="By">How much later.</param>
/// <param name="IsUntilNext">The next reservation of the room begins there.</param>
public sealed record ExtendChoice(DateTime End, TimeSpan By, bool IsUntilNext);
