using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Web.Api.Contracts;

/// <summary>A room as the list of rooms has it.</summary>
public sealed record WireRoomDetails
{
    public required int Id { get; init; }

    /// <summary>The room's own name in the timetable, unique.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty where unknown, never null.</summary>
    public required string Building { get; init; }

    /// <summary>0 where unknown.</summary>
    public required int Floor { get; init; }

    /// <summary>Seats.</summary>
    public required int Capacity { get; init; }

    public required IReadOnlyList<string> Amenities { get; init; }

    /// <summary>Address of a picture, null where there is none.</summary>
    public required string? Image { get; init; }

    public required bool IsActive { get; init; }

    /// <summary>A new reservation is pending until an administrator confirms it.</summary>
    public required bool RequiresApproval { get; init; }

    public static WireRoomDetails Of(Room room) => new()
    {
        Id = room.Id,
        Code = room.Code,
        Name = room.Name,
        Building = room.Building,
        Floor = room.Floor,
        Capacity = room.Capacity,
        Amenities = room.Amenities,
        Image = room.Image,
        IsActive = room.IsActive,
        RequiresApproval = room.RequiresApproval,
    };
}
