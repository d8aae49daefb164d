namespace RoomMonitor.Data.Series;

/// <summary>Which occurrences a change is about. Those that have begun stay as they are.</summary>
public enum SeriesScope
{
    This,

    /// <summary>This one and those after it. A change makes a series of its own of them.</summary>
    Following,

    All,
}
