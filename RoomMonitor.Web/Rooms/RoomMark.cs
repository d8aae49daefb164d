namespace RoomMonitor.Web.Rooms;

/// <summary>What marks a room in its list. There are three, and no mark is null: a list hands them to all its rooms at each change.</summary>
public sealed class RoomMark
{
    private RoomMark(string cssClass, bool leaves) => (CssClass, Leaves) = (cssClass, leaves);

    /// <summary>Changed just now: outlined.</summary>
    public static RoomMark Changed { get; } = new("changed", leaves: false);

    /// <summary>Doesn't fit the filter any more, but keeps its place until the list is sorted again.</summary>
    public static RoomMark Leaving { get; } = new("leaving", leaves: true);

    /// <summary>Both: this change is why it doesn't fit.</summary>
    public static RoomMark ChangedAndLeaving { get; } = new("changed", leaves: true);

    public string CssClass { get; }

    public bool Leaves { get; }

    public static RoomMark? Of(bool isChanged, bool fits) => (isChanged, fits) switch
    {
        (true, true) => Changed,
        (true, false) => ChangedAndLeaving,
        (false, false) => Leaving,
        _ => null,
    };
}
