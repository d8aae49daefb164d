using System.Collections.Immutable;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Activity;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.State.Activity;

/// <summary>Changes as the board tells them: Tuesday 2026-11-24, 14:12 in Lisbon. The user is 7, everybody else is 8.</summary>
internal static class ActivityScene
{
    public const int User = 7;
    public const int Other = 8;

    public static readonly DateTime Now = new(2026, 11, 24, 14, 12, 0, DateTimeKind.Utc);
    public static readonly CampusCalendar Calendar = CampusCalendar.Of("Europe/Lisbon");

    public static Room Room(int id, string building = "Main Building") => new() { Id = id, Code = $"R{id}", Name = $"Room {id}", Building = building, Capacity = 12 };

    public static ReservationFacts Facts(int id, int roomId, int startsInMinutes = 60, int version = 1, ReservationStatus status = ReservationStatus.Confirmed) => new()
    {
        Id = id,
        RoomId = roomId,
        Start = Now.AddMinutes(startsInMinutes),
        End = Now.AddMinutes(startsInMinutes + 60),
        Attendees = 4,
        Status = status,
        Version = version,
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    public static RoomChange Change(
        ActivityAction? action, Room room, ReservationFacts? facts = null, int? actor = Other, bool wasOccupied = false, bool isOccupied = false) =>
        new(action, Status(room, isOccupied), Status(room, wasOccupied), facts, actor);

    /// <summary>A watched room that somebody's cancellation has freed.</summary>
    public static UserActivity Freed(int roomId, string building = "Main Building") => new(Change(
        ActivityAction.ReservationCancelled, Room(roomId, building), Facts(roomId, roomId, -30, 2, ReservationStatus.Cancelled), wasOccupied: true))
    { IsWatched = true };

    /// <summary>A new reservation in a watched room.</summary>
    public static UserActivity Created(int id, int roomId, int startsInMinutes = 60, ReservationStatus status = ReservationStatus.Confirmed) =>
        new(Change(ActivityAction.ReservationCreated, Room(roomId), Facts(id, roomId, startsInMinutes, status: status))) { IsWatched = true };

    /// <summary>A change of one of the user's own reservations by somebody else.</summary>
    public static UserActivity Own(ActivityAction? action, ReservationFacts facts, ReservationFacts? earlier = null) =>
        new(Change(action, Room(facts.RoomId), facts)) { IsOwn = true, Earlier = earlier ?? facts with { Version = facts.Version - 1 } };

    private static RoomStatus Status(Room room, bool isOccupied) =>
        RoomSchedule.Of(room, Calendar, isOccupied ? ImmutableArray.Create(new Hold(new TimeSlot(Now.AddHours(-1), Now.AddHours(1)), 99, 4)) : []).StatusAt(Now);
}
