using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>What somebody wants to do with a reservation of theirs.</summary>
public abstract record ReservationAct
{
    private ReservationAct()
    {
    }

    /// <param name="Scope">Which occurrences, where it is one of a series.</param>
    public sealed record Cancel(SeriesScope Scope = SeriesScope.This) : ReservationAct;

    /// <summary>Ends a running one now.</summary>
    public sealed record EndEarly : ReservationAct;

    /// <summary>Lets it last longer.</summary>
    public sealed record Extend(DateTime End) : ReservationAct;

    /// <summary>What it is for, and for how many.</summary>
    /// <param name="Scope">Which occurrences, where it is one of a series.</param>
    public sealed record Describe(string Purpose, int Attendees, SeriesScope Scope = SeriesScope.This) : ReservationAct;

    /// <summary>Another time, another room, or both.</summary>
    /// <param name="Scope">Which occurrences, where it is one of a series: several stay on their days.</param>
    public sealed record Move(int RoomId, TimeSlot Slot, SeriesScope Scope = SeriesScope.This) : ReservationAct;
}
