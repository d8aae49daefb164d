using Microsoft.Extensions.Options;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.State;

/// <summary>A board in memory with a broadcaster and a clock of its own: Tuesday 2026-11-24, 14:12 in Lisbon.</summary>
internal sealed class TestBoard
{
    public static readonly DateTime Start = new(2026, 11, 24, 14, 12, 0, DateTimeKind.Utc);

    private readonly List<ReservationFacts> _reservations = [];
    private int _lastReservation;

    public TestBoard(int queue = 1_024)
    {
        Broadcaster = new OccupancyBroadcaster(
            new OccupancyBoard(CampusCalendar.Of("Europe/Lisbon")), Clock, Options.Create(new RealtimeOptions { SubscriberQueue = queue }));
    }

    public TrackedTimeProvider Clock { get; } = new(Start);

    public OccupancyBroadcaster Broadcaster { get; }

    public OccupancySnapshot Snapshot => Broadcaster.PublishDue();

    public static Room Room(int id, string name, string building = "Main Building", int floor = 1, int capacity = 12) =>
        new() { Id = id, Code = $"R{id}", Name = name, Building = building, Floor = floor, Capacity = capacity };

    /// <summary>Rooms "Room 001" and so on in five buildings, all free.</summary>
    public static IEnumerable<Room> Rooms(int count) =>
        Enumerable.Range(1, count).Select(id => Room(id, $"Room {id:000}", $"Building {(char)('A' + (id % 5))}"));

    public TestBoard With(params IEnumerable<Room> rooms)
    {
        Broadcaster.Load(new OccupancyLoad([.. rooms], _reservations, [], Start.Date, Start.Date.AddDays(7)));
        return this;
    }

    /// <summary>Reserves a room; minutes count from now.</summary>
    public TestBoard Reserve(int roomId, int fromMinutes, int toMinutes, int attendees = 4, int? actorId = null)
    {
        Apply(ActivityAction.ReservationCreated, Facts(++_lastReservation, roomId, fromMinutes, toMinutes, attendees, ReservationStatus.Confirmed), actorId);
        return this;
    }

    /// <summary>Cancels what was reserved last in the room.</summary>
    public TestBoard Cancel(int roomId)
    {
        var known = _reservations.Last(facts => facts.RoomId == roomId);
        Apply(ActivityAction.ReservationCancelled, known with { Status = ReservationStatus.Cancelled, Version = known.Version + 1 });
        return this;
    }

    private ReservationFacts Facts(int id, int roomId, int fromMinutes, int toMinutes, int attendees, ReservationStatus status)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        return new ReservationFacts
        {
            Id = id,
            RoomId = roomId,
            Start = now.AddMinutes(fromMinutes),
            End = now.AddMinutes(toMinutes),
            Attendees = attendees,
            Status = status,
            Version = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private void Apply(ActivityAction action, ReservationFacts facts, int? actorId = null)
    {
        _reservations.RemoveAll(known => known.Id == facts.Id);
        _reservations.Add(facts);
        Broadcaster.Apply([
            new ActivityEntry
            {
                Action = action,
                RoomId = facts.RoomId,
                ReservationId = facts.Id,
                UserId = actorId,
                UserName = "Test",
                Detail = "",
                CreatedAt = facts.UpdatedAt,
                Reservation = facts,
            },
        ]);
    }
}
