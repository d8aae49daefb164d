using Microsoft.Extensions.Options;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Bench.Micro;

/// <summary>
/// A board in memory with so many rooms, each with twelve reservations a day for four days, one hour held and one hour free; all rooms
/// change at the same instants, which is the worst bell that there can be.
/// </summary>
public sealed class Campus
{
    private const int Days = 4;
    private const int PerDay = 12;
    private static readonly DateTime _monday = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);

    public Campus(int rooms)
    {
        Clock = new SetClock { Now = _monday.AddHours(8.5) };
        var board = new OccupancyBoard(CampusCalendar.Of("Europe/Lisbon"));
        Broadcaster = new OccupancyBroadcaster(board, Clock, Options.Create(new RealtimeOptions()));
        Broadcaster.Load(new OccupancyLoad(
            [.. Enumerable.Range(1, rooms).Select(RoomOf)],
            [.. Enumerable.Range(0, rooms * Days * PerDay).Select(index => FactsOf(index, rooms))],
            [],
            _monday,
            _monday.AddDays(Days)));
    }

    public SetClock Clock { get; }

    public OccupancyBroadcaster Broadcaster { get; }

    public OccupancySnapshot Snapshot => Broadcaster.PublishDue();

    /// <summary>A reservation of half an hour in a free hour of today, as the activity log tells of it.</summary>
    public ActivityEntry Entry(ActivityAction action, int roomId, int version)
    {
        var start = _monday.AddHours(11);
        return new ActivityEntry
        {
            Action = action,
            RoomId = roomId,
            ReservationId = 100_000_000 + roomId,
            UserName = "bench",
            Detail = "Bench",
            CreatedAt = Clock.Now,
            Reservation = Facts(100_000_000 + roomId, roomId, start, start.AddMinutes(30), version),
        };
    }

    /// <summary>To the next instant at which rooms change.</summary>
    public void Ring()
    {
        Clock.Now = Broadcaster.Snapshot.NextTransition;
        Broadcaster.Advance();
    }

    private static Room RoomOf(int id) =>
        new() { Id = id, Code = $"R{id}", Name = $"Room {id:0000}", Building = $"Building {(id % 10) + 1}", Floor = id % 5, Capacity = 10 + (id % 40) };

    private static ReservationFacts FactsOf(int index, int rooms)
    {
        var start = _monday.AddHours(2 * (index / rooms));
        return Facts(index + 1, (index % rooms) + 1, start, start.AddHours(1), 1);
    }

    private static ReservationFacts Facts(int id, int roomId, DateTime start, DateTime end, int version) => new()
    {
        Id = id,
        RoomId = roomId,
        Start = start,
        End = end,
        Attendees = 5,
        Status = ReservationStatus.Confirmed,
        Version = version,
        CreatedAt = _monday,
        UpdatedAt = _monday,
    };

    /// <summary>A clock that stands still until it is set.</summary>
    public sealed class SetClock : TimeProvider
    {
        public DateTime Now { get; set; }

        public override DateTimeOffset GetUtcNow() => new(Now);
    }
}
