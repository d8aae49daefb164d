using RoomMonitor.Domain.Occupancy;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>The room status object of the wire contract, the same over REST and WebSocket (docs/websocket-protocol.md).</summary>
public sealed record WireRoomStatus
{
    public required int RoomId { get; init; }

    public required string RoomName { get; init; }

    /// <summary>Empty where unknown, never null.</summary>
    public required string Building { get; init; }

    /// <summary>0 where unknown.</summary>
    public required int Floor { get; init; }

    /// <summary>Seats.</summary>
    public required int Capacity { get; init; }

    /// <summary>A reservation or a blackout holds the room now.</summary>
    public required bool IsOccupied { get; init; }

    /// <summary><c>free</c>, <c>occupied</c> or <c>ending_soon</c> (free within 15 minutes).</summary>
    public required OccupancyStatus OccupancyStatus { get; init; }

    /// <summary>Whole minutes, rounded up, until the room becomes free; null when it is free.</summary>
    public required int? TimeUntilFree { get; init; }

    /// <summary>Reservations, cancelled ones left out, that overlap today in the campus time zone.</summary>
    public required int ReservationsToday { get; init; }

    /// <summary>Campus-local <c>HH:mm</c> at which the room becomes free; null when it is free now.</summary>
    public required string? NextAvailable { get; init; }

    /// <summary>The same instant, RFC 3339, UTC.</summary>
    public required DateTime? NextAvailableAt { get; init; }

    /// <summary>When the room is free: start of the next hold within 7 days, RFC 3339, UTC; else null.</summary>
    public required DateTime? FreeUntil { get; init; }

    /// <summary>0 when free.</summary>
    public required int CurrentAttendees { get; init; }

    public required int? CurrentReservationId { get; init; }

    public static WireRoomStatus Of(RoomStatus status) => new()
    {
        RoomId = status.Room.Id,
        RoomName = status.Room.Name,
        Building = status.Room.Building,
        Floor = status.Room.Floor,
        Capacity = status.Room.Capacity,
        IsOccupied = status.IsOccupied,
        OccupancyStatus = status.Occupancy,
        TimeUntilFree = status.TimeUntilFree,
        ReservationsToday = status.ReservationsToday,
        NextAvailable = status.NextAvailable,
        NextAvailableAt = status.NextAvailableAt,
        FreeUntil = status.FreeUntil,
        CurrentAttendees = status.CurrentAttendees,
        CurrentReservationId = status.CurrentReservationId,
    };
}
