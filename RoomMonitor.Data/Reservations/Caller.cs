using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Reservations;

/// <summary>Who asks for a change, and whether for everybody's reservations.</summary>
public sealed record Caller(Actor Actor, bool IsAdministrator)
{
    public static Caller System { get; } = new(Actor.System, IsAdministrator: true);

    public bool MayChange(Reservation reservation) =>
        IsAdministrator || (Actor.UserId is not null && Actor.UserId == reservation.UserId);
}
