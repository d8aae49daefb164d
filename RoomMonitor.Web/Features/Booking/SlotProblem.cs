namespace RoomMonitor.Web.Features.Booking;

/// <summary>What is wrong with a field of a time.</summary>
public enum SlotProblem
{
    /// <summary>Empty or incomplete.</summary>
    Missing,

    /// <summary>The campus clock is set forward over it on that day.</summary>
    SkippedByClock,

    EndNotAfterStart,
}
