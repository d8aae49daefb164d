namespace RoomMonitor.Domain.Rooms;

/// <summary>A room of the campus.</summary>
public sealed class Room
{
    public const int MaximumTextLength = 200;

    public int Id { get; init; }

    /// <summary>The room's own name in the timetable; unique on the campus.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Empty where unknown, never null.</summary>
    public string Building { get; set; } = "";

    /// <summary>0 where unknown.</summary>
    public int Floor { get; set; }

    /// <summary>Seats; 0 where unknown.</summary>
    public int Capacity { get; set; }

    public bool HasKnownCapacity => Capacity > 0;

    public IReadOnlyList<string> Amenities { get; set; } = [];

    /// <summary>Address of a picture, null where there is none.</summary>
    public string? Image { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>A new reservation is pending until an administrator confirms it.</summary>
    public bool RequiresApproval { get; set; }

    /// <summary>Whether so many people may sit in it. Nobody is sent away from a room of unknown capacity.</summary>
    public bool Seats(int people) => !HasKnownCapacity || people <= Capacity;

    /// <summary>Whether the two are one room with nothing changed about it.</summary>
    public bool IsDescribedAs(Room other) =>
        Id == other.Id && Code == other.Code && Name == other.Name && Building == other.Building && Floor == other.Floor
        && Capacity == other.Capacity && Image == other.Image && IsActive == other.IsActive && RequiresApproval == other.RequiresApproval
        && Amenities.SequenceEqual(other.Amenities);
}
