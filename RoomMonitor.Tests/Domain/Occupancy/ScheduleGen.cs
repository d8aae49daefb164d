using CsCheck;

namespace RoomMonitor.Tests.Domain.Occupancy;

/// <summary>
/// Generates schedules around the clock changes of two zones and around ordinary days: chains, gaps, blackouts over anything,
/// nights, several days, starts about seven days off.
/// </summary>
public static class ScheduleGen
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;
    private const int Day = 24 * Hour;

    private static readonly Gen<(string Zone, string Date)> _anchor = Gen.OneOf(
        ("Europe/Lisbon", "2026-03-29"),
        ("Europe/Lisbon", "2026-10-25"),
        ("Europe/Lisbon", "2027-03-28"),
        ("Europe/Lisbon", "2027-10-31"),
        ("America/Chicago", "2026-03-08"),
        ("America/Chicago", "2026-11-01"),
        ("America/Chicago", "2027-03-14"),
        ("America/Chicago", "2027-11-07"),
        ("Europe/Lisbon", "2026-11-23"),
        ("America/Chicago", "2026-12-31"));

    private static readonly Gen<int> _gap = Gen.Frequency(
        (8, Gen.Const(0)),
        (1, Gen.Int[1, 3]),
        (3, Gen.Int[1, 40].Select(m => m * Minute)),
        (3, Gen.Int[1, 20 * Hour]),
        (1, Gen.Int[-3, 3].Select(s => (7 * Day) + s)),
        (1, Gen.Int[1, 8].Select(d => d * Day)));

    private static readonly Gen<int> _shortGap = Gen.Frequency(
        (5, Gen.Const(0)), (1, Gen.Int[1, 3]), (3, Gen.Int[1, 3 * Hour]));

    private static readonly Gen<int> _length = Gen.Frequency(
        (6, Gen.Int[1, 16].Select(q => q * 15 * Minute)),
        (2, Gen.Int[1, 20 * Minute]),
        (1, Gen.Int[1, 3]),
        (2, Gen.Int[6 * Hour, 14 * Hour]),
        (1, Gen.Int[1 * Day, 3 * Day]));

    private static readonly Gen<int> _shortLength = Gen.Frequency(
        (5, Gen.Int[1, 12].Select(q => q * 15 * Minute)), (1, Gen.Int[1, 3]), (2, Gen.Int[1, 10 * Hour]));

    private static readonly Gen<string> _status = Gen.OneOf("confirmed", "confirmed", "pending", "cancelled");

    /// <summary>Over up to three weeks.</summary>
    public static Gen<ScheduleCase> Weeks { get; } = Cases(_gap, _length, maximumCount: 12, horizonDays: 17);

    /// <summary>Dense, over about two days, so that each second can be looked at.</summary>
    public static Gen<ScheduleCase> TwoDays { get; } = Cases(_shortGap, _shortLength, maximumCount: 12, horizonDays: 2);

    private static Gen<ScheduleCase> Cases(Gen<int> gap, Gen<int> length, int maximumCount, int horizonDays)
    {
        var reservation = Gen.Select(gap, length, _status, Gen.Bool, Gen.Int[0, 200]);
        // A blackout begins some seconds off a boundary of a reservation, mostly close to it.
        var offset = Gen.Frequency((3, Gen.Const(0)), (2, Gen.Int[-2, 2]), (3, Gen.Int[-6 * Hour, 6 * Hour]));
        var blackout = Gen.Select(Gen.Int[0, 2 * maximumCount], offset, length);
        return Gen.Select(
            _anchor,
            Gen.Int[-20 * Hour, 30 * Hour],
            reservation.Array[0, maximumCount],
            Gen.Frequency((2, Gen.Const(Array.Empty<(int, int, int)>())), (3, blackout.Array[1, 3])),
            (anchor, shift, reservations, blackouts) =>
            {
                var from = DateTime.SpecifyKind(DateTime.Parse(anchor.Date, null), DateTimeKind.Utc).AddSeconds(shift);
                var booked = Book(from, reservations, from.AddDays(horizonDays));
                return new ScheduleCase(anchor.Zone, from, booked, Close(from, booked, blackouts));
            });
    }

    private static List<OracleReservation> Book(
        DateTime from, (int Gap, int Length, string Status, bool TakesPlace, int Attendees)[] parts, DateTime horizon)
    {
        var booked = new List<OracleReservation>();
        var cursor = from;
        foreach (var (gap, length, status, takesPlace, attendees) in parts)
        {
            var start = cursor.AddSeconds(gap);
            var end = start.AddSeconds(length);
            if (end > horizon)
            {
                break;
            }

            booked.Add(new OracleReservation(booked.Count + 1, start, end, attendees, status));
            // What is cancelled may leave a hole or be booked over.
            cursor = status != "cancelled" || takesPlace ? end : cursor;
        }

        return booked;
    }

    private static List<OracleBlackout> Close(
        DateTime from, List<OracleReservation> booked, (int Boundary, int Offset, int Length)[] parts)
    {
        List<DateTime> boundaries = [from, .. booked.SelectMany(r => new[] { r.Start, r.End })];
        return [.. parts.Select(part =>
        {
            var start = boundaries[part.Boundary % boundaries.Count].AddSeconds(part.Offset);
            return new OracleBlackout(start, start.AddSeconds(part.Length));
        })];
    }
}
