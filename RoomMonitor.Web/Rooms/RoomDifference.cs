using System.Collections.Immutable;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>What differs for the eye between two snapshots. Unchanged rooms are mostly the same reference in both, so this is cheap.</summary>
public static class RoomDifference
{
    /// <summary>The rooms of both that show something else; rooms that came or went are not among them.</summary>
    public static ImmutableHashSet<int> Between(OccupancySnapshot before, OccupancySnapshot after)
    {
        if (ReferenceEquals(before, after))
        {
            return [];
        }

        // Circuits follow the same board: most of them ask for the same step.
        return PerSnapshot<long, ImmutableHashSet<int>>.Get(after, before.Version, static (after, _, before) => Compare(before, after), before);
    }

    private static ImmutableHashSet<int> Compare(OccupancySnapshot before, OccupancySnapshot after)
    {
        var changed = ImmutableHashSet.CreateBuilder<int>();
        foreach (var room in after.Rooms)
        {
            if (before.Find(room.Room.Id) is { } earlier && !LooksTheSame(earlier, room))
            {
                changed.Add(room.Room.Id);
            }
        }

        return changed.ToImmutable();
    }

    /// <summary>Whether two versions of one room look alike on a card: status but for its minutes, description, and the day's holds.</summary>
    public static bool LooksTheSame(RoomOccupancy one, RoomOccupancy other)
    {
        if (ReferenceEquals(one, other))
        {
            return true;
        }

        var (a, b) = (one.Status, other.Status);
        return a.Occupancy == b.Occupancy
            && a.NextAvailableAt == b.NextAvailableAt
            && a.FreeUntil == b.FreeUntil
            && a.CurrentAttendees == b.CurrentAttendees
            && a.CurrentReservationId == b.CurrentReservationId
            && a.ReservationsToday == b.ReservationsToday
            && Description(one.Room) == Description(other.Room)
            && (one.Schedule.Holds == other.Schedule.Holds || one.Schedule.Holds.SequenceEqual(other.Schedule.Holds));
    }

    private static (string, string, int, int) Description(Room room) => (room.Name, room.Building, room.Floor, room.Capacity);
}
