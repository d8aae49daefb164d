using System.Text.Json.Serialization;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>The reservation object of the wire contract.</summary>
public sealed record WireReservation
{
    /// <summary>What everybody reads in place of the purpose.</summary>
    public const string AnonymousPurpose = "Reserved";

    public required int Id { get; init; }

    public required WireRoom Room { get; init; }

    public required int RoomId { get; init; }

    /// <summary>Null for readers who may not know, and for what nobody owns.</summary>
    public required WireUser? User { get; init; }

    /// <summary>RFC 3339, UTC.</summary>
    public required DateTime Start { get; init; }

    /// <summary>RFC 3339, UTC; not part of the reservation any more (half-open).</summary>
    public required DateTime End { get; init; }

    /// <summary>Campus date of the start.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Campus time of the start, <c>HH:mm</c>.</summary>
    public required string StartTime { get; init; }

    /// <summary>Campus time of the end, <c>HH:mm</c>.</summary>
    public required string EndTime { get; init; }

    /// <summary><c>Reserved</c> for readers who may not know.</summary>
    public required string Purpose { get; init; }

    public required int Attendees { get; init; }

    public required ReservationStatus Status { get; init; }

    /// <summary>The series that this is an occurrence of, or null. REST only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SeriesId { get; init; }

    /// <summary>When somebody said at the room that they have come, or null. REST only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? CheckedInAt { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    /// <summary>Whole minutes, rounded up, until the start. Only in the list of upcoming ones.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? TimeUntilStart { get; init; }

    /// <summary>The same in words, such as <c>in 2 h 5 min</c>. Only in the list of upcoming ones.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CountdownText { get; init; }

    /// <summary>The form for its owner and administrators.</summary>
    /// <param name="userName">The owner's name.</param>
    public static WireReservation Of(Reservation reservation, Room room, string? userName, CampusCalendar calendar) =>
        Anonymous(ReservationFacts.Of(reservation), room, calendar) with
        {
            User = reservation.UserId is { } userId ? new WireUser(userId, userName ?? "") : null,
            Purpose = reservation.Purpose,
            CheckedInAt = reservation.CheckedInAt,
        };

    /// <summary>The form for everybody: no purpose, no person.</summary>
    public static WireReservation Anonymous(ReservationFacts facts, Room room, CampusCalendar calendar) => new()
    {
        Id = facts.Id,
        Room = WireRoom.Of(room),
        RoomId = facts.RoomId,
        User = null,
        Start = facts.Start,
        End = facts.End,
        Date = calendar.DateOf(facts.Start),
        StartTime = calendar.TimeOfDay(facts.Start),
        EndTime = calendar.TimeOfDay(facts.End),
        Purpose = AnonymousPurpose,
        Attendees = facts.Attendees,
        Status = facts.Status,
        CreatedAt = facts.CreatedAt,
        UpdatedAt = facts.UpdatedAt,
    };
}
