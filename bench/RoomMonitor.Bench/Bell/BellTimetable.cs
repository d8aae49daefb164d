using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Bell;

/// <summary>
/// Reservations of one minute in some of the rooms, each second minute: at every full minute from the first bell on all of these rooms change,
/// taken and free in turn.
/// </summary>
internal sealed class BellTimetable(DateTime first, int bells)
{
    public IEnumerable<DateTime> Bells => Enumerable.Range(0, bells).Select(minutes => first.AddMinutes(minutes));

    public void Write(string folder, int rooms) =>
        BenchReservations.Write(
            folder,
            Bells.Where((_, index) => index % 2 == 0).SelectMany(start => Enumerable.Range(1, rooms).Select(room => (room, start, start.AddMinutes(1)))));
}
