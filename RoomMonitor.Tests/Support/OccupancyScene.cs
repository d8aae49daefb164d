using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Support;

/// <summary>A board in memory with three free rooms, its broadcaster and a clock to turn.</summary>
public sealed class OccupancyScene
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    private int _ids;
    private long _versions;

    public OccupancyScene(int queue = 10_000)
    {
        Board = new OccupancyBoard(CampusCalendar.Of("Europe/Lisbon"));
        Broadcaster = new OccupancyBroadcaster(Board, Clock, Options.Create(new RealtimeOptions { SubscriberQueue = queue }));
        Broadcaster.Load(LoadOf(Rooms(1, 2, 3)));
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public OccupancyBoard Board { get; }

    public OccupancyBroadcaster Broadcaster { get; }

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public static IReadOnlyList<Room> Rooms(params int[] ids) =>
        [.. ids.Select(id => new Room { Id = id, Code = $"R{id}", Name = $"Room {id}", Building = "Main Building", Capacity = 20 })];

    public OccupancyLoad LoadOf(IReadOnlyList<Room> rooms) => new(rooms, [], [], Now.Date, Now.AddDays(8));

    public ActivityEntry Created(int roomId, double startsInMinutes, double minutes)
    {
        var start = Start.UtcDateTime.AddMinutes(startsInMinutes);
        return Entry(ActivityAction.ReservationCreated, new ReservationFacts
        {
            Id = Interlocked.Increment(ref _ids),
            RoomId = roomId,
            Start = start,
            End = start.AddMinutes(minutes),
            Attendees = 4,
            Status = ReservationStatus.Confirmed,
            Version = 0,
            CreatedAt = Now,
            UpdatedAt = Now,
        });
    }

    public ActivityEntry Next(
        ActivityEntry entry, ActivityAction action, Func<ReservationFacts, ReservationFacts> change, int? previousRoomId = null) =>
        Entry(action, change(entry.Reservation!) with { Version = entry.Reservation!.Version + 1 }, previousRoomId);

    private ActivityEntry Entry(ActivityAction action, ReservationFacts facts, int? previousRoomId = null) => new()
    {
        Action = action,
        RoomId = facts.RoomId,
        PreviousRoomId = previousRoomId,
        ReservationId = facts.Id,
        UserName = "test",
        Detail = "",
        CreatedAt = Now.AddTicks(Interlocked.Increment(ref _versions)),
        Reservation = facts,
    };
}
