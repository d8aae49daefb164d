using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.State.Rooms;

/// <summary>The figures above the monitor's list, each with a line of context.</summary>
/// <param name="Total">Active rooms.</param>
/// <param name="Buildings">Distinct buildings; rooms without one don't count.</param>
/// <param name="AvailableForAnHour">Of the available ones, those that stay free for an hour or more.</param>
/// <param name="NextToEnd">The room that ends soon and first.</param>
/// <param name="SeatsTaken">People in occupied rooms, by their reservations.</param>
/// <param name="Seats">Seats of occupied rooms.</param>
public sealed record RoomStatistics(
    int Total, int Available, int EndingSoon, int Occupied, int Buildings, int AvailableForAnHour, NextToEnd? NextToEnd, int SeatsTaken, int Seats)
{
    private static readonly TimeSpan _anHour = TimeSpan.FromHours(1);

    public string TotalContext => Buildings switch
    {
        0 => "",
        1 => "in 1 building",
        _ => $"in {Buildings} buildings",
    };

    public string AvailableContext => (Available, AvailableForAnHour) switch
    {
        (0, _) => "No room is free now",
        (_, 0) => "None of them for an hour",
        _ when Available == AvailableForAnHour => "All for an hour or more",
        _ => $"{AvailableForAnHour} of them for an hour or more",
    };

    public string EndingSoonContext => NextToEnd is { } next ? $"{next.RoomName} in {next.Minutes} min" : "None within 15 min";

    public string OccupiedContext => (Occupied, Seats) switch
    {
        (0, _) => "No room is in use",
        (_, 0) => "",
        _ => $"{SeatsTaken} of {Seats} seats taken",
    };

    public static RoomStatistics Of(OccupancySnapshot snapshot, DateTime now)
    {
        int total = 0, available = 0, endingSoon = 0, occupied = 0, forAnHour = 0, taken = 0, seats = 0;
        var buildings = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        RoomStatus? next = null;
        foreach (var room in snapshot.Rooms)
        {
            total++;
            if (room.Room.Building.Length > 0)
            {
                buildings.Add(room.Room.Building);
            }

            var status = room.Status;
            switch (status.Occupancy)
            {
                case OccupancyStatus.Free:
                    available++;
                    forAnHour += status.FreeUntil is null || status.FreeUntil - now >= _anHour ? 1 : 0;
                    break;
                case OccupancyStatus.EndingSoon:
                    endingSoon++;
                    next = next is null || status.NextAvailableAt < next.NextAvailableAt ? status : next;
                    break;
                default:
                    occupied++;
                    taken += status.CurrentAttendees;
                    seats += room.Room.Capacity;
                    break;
            }
        }

        return new RoomStatistics(total, available, endingSoon, occupied, buildings.Count, forAnHour, NextToEndOf(next, now), taken, seats);
    }

    private static NextToEnd? NextToEndOf(RoomStatus? status, DateTime now) => status?.NextAvailableAt is { } end
        ? new NextToEnd(status.Room.Name, end, Math.Max(1, (int)Math.Ceiling((end - now).TotalMinutes)))
        : null;
}
