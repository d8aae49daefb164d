using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Rooms;

/// <summary>What all rooms of a list share at one render: one object rather than four values boxed for each room.</summary>
/// <param name="Date">The campus day of the strips: at midnight the views turn the page.</param>
/// <param name="Now">The campus instant. Never a reason to render again: the browser counts on by itself.</param>
/// <param name="StaleSince">The campus instant of the last news where they are too old to be believed (Unknown); else null.</param>
public sealed record ListMoment(CampusCalendar Calendar, DateOnly Date, DateTime Now, DateTime? StaleSince = null)
{
    public bool IsStale => StaleSince is not null;

    /// <summary>The instant that what is shown holds for.</summary>
    public DateTime AsOf => StaleSince ?? Now;
}
