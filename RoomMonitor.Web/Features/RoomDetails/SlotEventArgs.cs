namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>A slot in the week, as js/week-chooser.js tells of it: on the campus clock.</summary>
public sealed class SlotEventArgs : EventArgs
{
    /// <summary>The campus day, <c>yyyy-MM-dd</c>.</summary>
    public string Day { get; set; } = "";

    /// <summary>Minutes of the clock since midnight.</summary>
    public int Start { get; set; }

    /// <summary>Minutes of the clock since midnight, 1440 at most; null for a click, which means an hour or what is left of it.</summary>
    public int? End { get; set; }
}
