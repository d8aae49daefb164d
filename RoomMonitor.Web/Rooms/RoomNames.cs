using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// The rooms that a list does not render, by their names alone, each where its card would be: for the browser's own search, which scrolls there, and the window follows. One piece of
/// markup, shared by all circuits; a card would be a component in each.
/// </summary>
internal static class RoomNames
{
    /// <summary>Of rows of one group, below its heading where that isn't rendered either.</summary>
    public static string Of(ReadOnlySpan<MonitorItem> items, MonitorViewport viewport, double heading = 0)
    {
        if (items.IsEmpty)
        {
            return "";
        }

        var markup = new StringBuilder(64 + (items.Length * 40));
        markup.Append(
            CultureInfo.InvariantCulture,
            $"""<div class="unrendered" aria-hidden="true" style="--columns:{viewport.Columns};--row:{viewport.RowHeight:0.##}px;padding-top:{heading:0.##}px">""");
        foreach (var item in items)
        {
            markup.Append("<span>").Append(HtmlEncoder.Default.Encode(item.Room.Room.Name)).Append("</span>");
        }

        return markup.Append("</div>").ToString();
    }
}
