using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.WebSockets;

/// <summary>Stands in for the data layer: makes the activity entries that committed changes leave.</summary>
internal sealed class CampusBooking(FakeTimeProvider campus)
{
    private OccupancyBroadcaster? _broadcaster;
    private int _lastId = 100;

    private DateTime Now => campus.GetUtcNow().UtcDateTime;

    /// <summary>Rooms 1, 2, 3...; the odd ones in building A, the even ones in B.</summary>
    public static List<Room> Rooms(int count) =>
        [.. Enumerable.Range(1, count).Select(id => new Room { Id = id, Code = $"R{id}", Name = $"Room {id:D4}", Building = id % 2 == 1 ? "A" : "B", Floor = 1, Capacity = 30 })];

    public CampusBooking Of(OccupancyBroadcaster broadcaster)
    {
        _broadcaster = broadcaster;
        return this;
    }

    public OccupancyLoad Load(IReadOnlyList<Room> rooms) => new(rooms, [], [], Now.Date, Now.Date.AddDays(8));

    /// <summary>Books from now on, or later.</summary>
    public ReservationFacts New(int roomId, int minutes = 60, int inMinutes = 0) => new()
    {
        Id = Interlocked.Increment(ref _lastId),
        RoomId = roomId,
        Start = Now.AddMinutes(inMinutes),
        End = Now.AddMinutes(inMinutes + minutes),
        Attendees = 12,
        Status = ReservationStatus.Confirmed,
        Version = 0,
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    public ReservationFacts Create(int roomId, int minutes = 60, int inMinutes = 0) => Apply(ActivityAction.ReservationCreated, New(roomId, minutes, inMinutes));

    /// <summary>Books all these rooms in one transaction.</summary>
    public void CreateAll(IEnumerable<int> roomIds) => _broadcaster!.Apply([.. roomIds.Select(id => Entry(ActivityAction.ReservationCreated, New(id)))]);

    public ReservationFacts Apply(ActivityAction action, ReservationFacts facts, int? previousRoomId = null)
    {
        _broadcaster!.Apply([Entry(action, facts, previousRoomId)]);
        return facts;
    }

    private ActivityEntry Entry(ActivityAction action, ReservationFacts facts, int? previousRoomId = null) => new()
    {
        Action = action,
        RoomId = facts.RoomId,
        PreviousRoomId = previousRoomId,
        ReservationId = facts.Id,
        UserName = "test",
        Detail = "",
        CreatedAt = Now,
        Reservation = facts,
    };
}
