using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Web.Realtime;

/// <summary>Rooms, inactive ones too, with what holds them, as read from the database.</summary>
/// <param name="From">Start of the campus day: what ended before is left out.</param>
/// <param name="Horizon">Reservations that start at this instant or later are left out, but for chains that run past it.</param>
public sealed record OccupancyLoad(
    IReadOnlyList<Room> Rooms, IReadOnlyList<ReservationFacts> Reservations, IReadOnlyList<Blackout> Blackouts, DateTime From, DateTime Horizon);
