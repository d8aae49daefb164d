using System.Text.Json.Serialization;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Kiosk;

/// <summary>A reservation or closure as a registered screen of the room learns of it.</summary>
/// <param name="Kind"><c>reservation</c> or <c>closure</c>.</param>
/// <param name="Status">Null for a closure.</param>
/// <param name="ReservationId">Null for a closure.</param>
/// <param name="CheckedInAt">When somebody came; null where nobody did yet.</param>
internal sealed record WireKioskSlot(
    DateTime Start, DateTime End, string Kind, ReservationStatus? Status, int Attendees, int? ReservationId, DateTime? CheckedInAt)
{
    public const string Reservation = "reservation";

    public const string Closure = "closure";

    /// <summary>Only where the screen may show it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Purpose { get; init; }

    /// <summary>The owner's name; only where the screen may show it, and where there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Organiser { get; init; }
}
