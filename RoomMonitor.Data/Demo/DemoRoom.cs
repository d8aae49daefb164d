using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Demo;

/// <summary>A room of the demo campus, before it has an id.</summary>
public sealed record DemoRoom(string Code, string Name, string Building, int Floor, int Capacity, DemoRoomKind Kind, bool RequiresApproval)
{
    private static readonly string[] _always = ["Whiteboard"];

    public Room ToRoom() => new()
    {
        Code = Code,
        Name = Name,
        Building = Building,
        Floor = Floor,
        Capacity = Capacity,
        RequiresApproval = RequiresApproval,
        Amenities = [.. Amenities()],
    };

    private IEnumerable<string> Amenities()
    {
        var random = DemoRandom.For(Code, DateOnly.MinValue);
        var own = Kind switch
        {
            DemoRoomKind.Lecture => ["Projector", "Microphone", "Lecture recording"],
            DemoRoomKind.Lab => ["Workbench", "Fume hood"],
            DemoRoomKind.Study => ["Screen"],
            _ => new[] { "Screen", "Video calls" },
        };
        return own.Concat(_always).Concat(Floor == 0 || random.Chance(0.7) ? ["Step-free"] : []);
    }
}
