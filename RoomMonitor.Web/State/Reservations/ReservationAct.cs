using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.State.Reservations;

/// <summary>What somebody wants to do with a reservation of theirs.</summary>
public abstract record ReservationAct
{
    private ReservationAct()
    {
    }

    public sealed record Cancel : ReservationAct;

    /// <summary>Ends a running one now.</summary>
    public sealed record EndEarly : ReservationAct;

    /// <summary>Lets it last longer.</summary>
    public sealed record Extend(DateTime End) : ReservationAct;

    /// <summary>Another time, another room, or both.</summary>
    public sealed record Move(int RoomId, TimeSlot Slot) : ReservationAct;
}
