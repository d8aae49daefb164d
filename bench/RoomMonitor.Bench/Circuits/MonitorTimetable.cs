using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Circuits;

/// <summary>
/// A day around now for each room of an empty <see cref="BenchDatabase"/>: every fifth room is held for hours, the others are free
/// for hours, until an instant that no other room has. So nothing turns by itself in a run, and what a card shows is known beforehand.
/// </summary>
internal sealed class MonitorTimetable(DateTime now)
{
    /// <summary>From where until where reservations stand, as distances from now.</summary>
    private static readonly (TimeSpan From, TimeSpan To)[] _all = [Hours(-6, -5), Hours(-4.5, -3), Hours(-2.5, -1), Hours(3, 4), Hours(4.5, 6)];

    private static readonly (TimeSpan From, TimeSpan To) _held = Hours(-0.5, 2);

    public static bool IsFree(int room) => room % 5 != 0;

    /// <summary>When the next reservation of a free room begins.</summary>
    public DateTime FreeUntil(int room) => At(room, TimeSpan.FromHours(3));

    public void Write(string folder, int rooms) =>
        BenchReservations.Write(
            folder,
            Enumerable.Range(1, rooms).SelectMany(room => (IsFree(room) ? _all : _all.Append(_held)).Select(held => (room, At(room, held.From), At(room, held.To)))));

    private static (TimeSpan From, TimeSpan To) Hours(double from, double to) => (TimeSpan.FromHours(from), TimeSpan.FromHours(to));

    private DateTime At(int room, TimeSpan distance) => now + distance + TimeSpan.FromMilliseconds(37 * room);
}
