namespace RoomMonitor.Domain.Reservations;

/// <summary>Who makes a change: a user, or a part of the system (no id) such as an import.</summary>
public sealed record Actor(int? UserId, string Name)
{
    public static Actor System { get; } = new(null, "system");

    public static Actor Import { get; } = new(null, "import");

    public static Actor Demo { get; } = new(null, "demo");

    public static Actor Simulation { get; } = new(null, "simulation");
}
