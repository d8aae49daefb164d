using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>The figures of the <c>StatBand</c>.</summary>
/// <param name="AvailableForAnHour">Of the available rooms, those that stay free for an hour or more.</param>
/// <param name="NextFreeRoom">Name of the room that becomes free first among those ending soon.</param>
/// <param name="SeatsTaken">Attendees in the occupied rooms whose capacity is known.</param>
/// <param name="SeatsInUse">Capacity of the same rooms.</param>
public sealed record RoomCounts(
    int Rooms,
    int Buildings,
    int Available,
    int AvailableForAnHour,
    int EndingSoon,
    string? NextFreeRoom,
    DateTime? NextFreeAt,
    int Occupied,
    int SeatsTaken,
    int SeatsInUse)
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    public static RoomCounts Empty { get; } = Of([], DateTime.UnixEpoch);

    /// <summary>Counted once for all circuits that ask within the same minute; as of its start.</summary>
    public static RoomCounts Of(OccupancySnapshot snapshot, DateTime now) => PerSnapshot<DateTime, RoomCounts>.Get(
        snapshot, WholeMinutes.AtOrBefore(now), static (snapshot, minute, _) => Of(snapshot.Rooms, minute), 0);

    public static RoomCounts Of(IEnumerable<RoomOccupancy> rooms, DateTime now)
    {
        var buildings = new HashSet<string>(NameComparer.Instance);
        int total = 0, available = 0, forAnHour = 0, ending = 0, occupied = 0, taken = 0, inUse = 0;
        RoomStatus? nextFree = null;
        foreach (var room in rooms)
        {
            var status = room.Status;
            total++;
            buildings.Add(room.Room.Building);
            switch (status.Occupancy)
            {
                case OccupancyStatus.Free:
                    available++;
                    forAnHour += status.FreeUntil is { } until && until - now < _hour ? 0 : 1;
                    break;
                case OccupancyStatus.EndingSoon:
                    ending++;
                    nextFree = nextFree?.NextAvailableAt <= status.NextAvailableAt ? nextFree : status;
                    break;
                default:
                    occupied++;
                    taken += room.Room.HasKnownCapacity ? status.CurrentAttendees : 0;
                    inUse += room.Room.Capacity;
                    break;
            }
        }

        return new RoomCounts(
            total, buildings.Count, available, forAnHour, ending, nextFree?.Room.Name, nextFree?.NextAvailableAt, occupied, taken, inUse);
    }
}
