using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Domain.Occupancy;

/// <summary>What a generated schedule consists of, as plain data, and the same as the Domain's and the oracle's objects.</summary>
public sealed record ScheduleCase(
    string TimeZone, DateTime From, IReadOnlyList<OracleReservation> Reservations, IReadOnlyList<OracleBlackout> Blackouts)
{
    private static readonly Room _room = new() { Id = 1, Code = "R1", Name = "Room 1" };

    /// <summary>The latest end, or the beginning where there is nothing.</summary>
    public DateTime To => Reservations.Select(r => r.End).Concat(Blackouts.Select(b => b.End)).Append(From).Max();

    public StatusOracle Oracle() => new(TimeZone, From, To, Reservations, Blackouts);

    public RoomSchedule Schedule() => RoomSchedule.Of(_room, CampusCalendar.Of(TimeZone), Holds());

    public IEnumerable<Hold> Holds() => Reservations
        .Where(r => r.Status != "cancelled")
        .Select(HoldOf)
        .Concat(Blackouts.Select(b => Hold.Of(new Blackout { RoomId = 1, Start = b.Start, End = b.End })));

    /// <summary>The instants around which something can happen: starts, ends, chain ends less 15 minutes, midnights, starts less 7 days.</summary>
    public IEnumerable<DateTime> Boundaries(StatusOracle oracle)
    {
        var starts = Reservations.Select(r => r.Start).Concat(Blackouts.Select(b => b.Start)).ToList();
        var ends = Reservations.Select(r => r.End).Concat(Blackouts.Select(b => b.End));
        var chainEnds = starts.Select(oracle.ChainEnd).OfType<DateTime>();
        return starts
            .Concat(ends)
            .Concat(starts.Select(s => s.AddDays(-7)))
            .Concat(chainEnds.Select(e => e.AddMinutes(-15)))
            .Concat(Midnights())
            .Distinct();
    }

    public override string ToString() =>
        $"{TimeZone} from {From:s}\n  {string.Join("\n  ", Reservations.Cast<object>().Concat(Blackouts))}";

    private static Hold HoldOf(OracleReservation reservation) => Hold.Of(new ReservationFacts
    {
        Id = reservation.Id,
        RoomId = 1,
        Start = reservation.Start,
        End = reservation.End,
        Attendees = reservation.Attendees,
        Status = reservation.Status == "pending" ? ReservationStatus.Pending : ReservationStatus.Confirmed,
        Version = 0,
        CreatedAt = reservation.Start,
        UpdatedAt = reservation.Start,
    });

    /// <summary>Found by looking at each quarter of an hour for a change of the local date.</summary>
    private IEnumerable<DateTime> Midnights()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var quarter = TimeSpan.FromMinutes(15);
        for (var instant = From.Date; instant <= To.AddDays(1); instant += quarter)
        {
            var before = TimeZoneInfo.ConvertTimeFromUtc(instant - quarter, zone);
            if (TimeZoneInfo.ConvertTimeFromUtc(instant, zone).Date != before.Date)
            {
                yield return instant;
            }
        }
    }
}
