using RoomMonitor.Data.Kiosks;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Reservations;

/// <summary>Who asks for a change, and whether for everybody's reservations.</summary>
public sealed record Caller(Actor Actor, bool IsAdministrator)
{
    public static Caller System { get; } = new(Actor.System, IsAdministrator: true);

    /// <summary>The screen that acts, for whoever stands before it.</summary>
    public KioskAccess? Kiosk { get; private init; }

    public static Caller OfKiosk(KioskAccess kiosk, string name) => new(new Actor(null, name), IsAdministrator: false) { Kiosk = kiosk };

    public bool MayChange(Reservation reservation) =>
        IsAdministrator || (Actor.UserId is not null && Actor.UserId == reservation.UserId);
}
