using System.Text.Json.Serialization;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>Something that holds a room for a time, half-open. Slots of reservations never overlap one another; closures may overlap anything.</summary>
public sealed record WireScheduleSlot
{
    /// <summary>RFC 3339, UTC.</summary>
    public required DateTime Start { get; init; }

    /// <summary>RFC 3339, UTC; not part of the slot any more.</summary>
    public required DateTime End { get; init; }

    /// <summary><c>reservation</c> or <c>closure</c>.</summary>
    public required WireSlotKind Kind { get; init; }

    /// <summary><c>pending</c> or <c>confirmed</c>; null for a closure.</summary>
    public required ReservationStatus? Status { get; init; }

    /// <summary>0 for a closure.</summary>
    public required int Attendees { get; init; }

    /// <summary>Null for a closure.</summary>
    public required int? ReservationId { get; init; }

    /// <summary>Whether somebody has said at the room that they have come. Only for a registered screen of the room, which else asks nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? CheckedIn { get; init; }

    /// <summary>Only for a registered screen that may show it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Purpose { get; init; }

    /// <summary>Only for a registered screen that may show it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Organiser { get; init; }

    public static WireScheduleSlot Of(Hold hold) => new()
    {
        Start = hold.Slot.Start,
        End = hold.Slot.End,
        Kind = hold.IsBlackout ? WireSlotKind.Closure : WireSlotKind.Reservation,
        Status = hold.IsBlackout ? null : hold.IsPending ? ReservationStatus.Pending : ReservationStatus.Confirmed,
        Attendees = hold.Attendees,
        ReservationId = hold.ReservationId,
    };
}
