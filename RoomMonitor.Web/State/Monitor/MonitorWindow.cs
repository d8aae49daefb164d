using System.Collections.Immutable;

namespace RoomMonitor.Web.State.Monitor;

/// <summary>
/// The part of the list that is rendered: what can be seen and a window's height on either side. Blazor's <c>Virtualize</c> knows one
/// height for all items and no columns; here headings and rows differ, and both heights are known exactly, so nothing ever jumps.
/// </summary>
public sealed record MonitorWindow
{
    private MonitorWindow()
    {
    }

    public static MonitorWindow Empty { get; } = new();

    public ImmutableArray<MonitorSection> Sections { get; private init; } = [];

    /// <summary>Height of all that comes before the first section, in CSS pixels.</summary>
    public double SpaceBefore { get; private init; }

    /// <summary>Height of all that comes after the last section.</summary>
    public double SpaceAfter { get; private init; }

    /// <summary>From here to <see cref="RenderedTo"/> the list is rendered: while the window stays inside, nothing has to be.</summary>
    public double RenderedFrom { get; private init; }

    public double RenderedTo { get; private init; }

    /// <summary>Of the whole list.</summary>
    public double Height { get; private init; }

    public static MonitorWindow Of(ImmutableArray<MonitorGroup> groups, MonitorViewport viewport)
    {
        // A list that has become shorter: the browser scrolls back by itself, only later.
        var whole = groups.Sum(HeightOf);
        var top = Math.Max(0, Math.Min(viewport.Top, whole - viewport.Height));
        var (from, to) = (top - viewport.Height, top + (2 * viewport.Height));
        var sections = ImmutableArray.CreateBuilder<MonitorSection>();
        double y = 0, before = 0, after = 0;
        foreach (var group in groups)
        {
            var (heading, rows, height) = (HeadingOf(group), RowsOf(group), HeightOf(group));
            if (y + height <= from)
            {
                before += height;
            }
            else if (y >= to)
            {
                after += height;
            }
            else
            {
                var firstRow = RowAt(from, rows);
                var endRow = Math.Max(firstRow, RowAt(to + viewport.RowHeight, rows));
                var first = Math.Min(firstRow * viewport.Columns, group.Items.Length);
                var end = Math.Min(endRow * viewport.Columns, group.Items.Length);
                sections.Add(new MonitorSection(
                    group, first, group.Items[first..end], firstRow * viewport.RowHeight, (rows - endRow) * viewport.RowHeight));
            }

            y += height;

            int RowAt(double position, int count) => (int)Math.Clamp(Math.Floor((position - y - heading) / viewport.RowHeight), 0, count);
        }

        return new MonitorWindow
        {
            Sections = sections.ToImmutable(),
            SpaceBefore = before,
            SpaceAfter = after,
            RenderedFrom = Math.Max(0, from),
            RenderedTo = Math.Min(whole, to),
            Height = whole,
        };

        double HeadingOf(MonitorGroup group) => group.Key is null ? 0 : viewport.HeadingHeight;
        int RowsOf(MonitorGroup group) => (group.Items.Length + viewport.Columns - 1) / viewport.Columns;
        double HeightOf(MonitorGroup group) => HeadingOf(group) + (RowsOf(group) * viewport.RowHeight);
    }
}
