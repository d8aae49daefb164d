using System.Collections.Immutable;
using System.Text;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// The part of the list that is rendered: what can be seen and a window's height on either side. Blazor's <c>Virtualize</c> knows one
/// height for all items and no columns; here headings and rows differ, and both heights are known exactly, so nothing ever jumps.
/// </summary>
public sealed record MonitorWindow
{
    /// <summary>Up to so many rooms are rendered all: no more than what the window of a large screen holds anyway (docs/adr/0007).</summary>
    public const int WholeUpTo = 100;

    /// <summary>Up to so many rooms, those outside the window stand there by name; then nothing is in their place.</summary>
    public const int NamedUpTo = 500;

    private MonitorWindow()
    {
    }

    public static MonitorWindow Empty { get; } = new();

    public ImmutableArray<MonitorSection> Sections { get; private init; } = [];

    /// <summary>Height of all that comes before the first section, in CSS pixels.</summary>
    public double SpaceBefore { get; private init; }

    /// <summary>Height of all that comes after the last section.</summary>
    public double SpaceAfter { get; private init; }

    /// <summary>The rooms in <see cref="SpaceBefore"/>: see <see cref="RoomNames"/>.</summary>
    public string NamesBefore { get; private init; } = "";

    /// <summary>The rooms in <see cref="SpaceAfter"/>.</summary>
    public string NamesAfter { get; private init; } = "";

    /// <summary>All rooms are rendered.</summary>
    public bool IsWhole { get; private init; } = true;

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
        var count = groups.Sum(group => group.Items.Length);
        var (from, to) = viewport.IsMeasured && count <= WholeUpTo ? (0, whole) : (top - viewport.Height, top + (2 * viewport.Height));
        var isNamed = viewport.IsMeasured && count <= NamedUpTo;
        var (namesBefore, namesAfter) = (new StringBuilder(), new StringBuilder());
        var sections = ImmutableArray.CreateBuilder<MonitorSection>();
        double y = 0, before = 0, after = 0;
        foreach (var group in groups)
        {
            var (heading, rows, height) = (HeadingOf(group), RowsOf(group), HeightOf(group));
            if (y + height <= from)
            {
                before += height;
                namesBefore.Append(NamesOf(group, 0, group.Items.Length, heading));
            }
            else if (y >= to)
            {
                after += height;
                namesAfter.Append(NamesOf(group, 0, group.Items.Length, heading));
            }
            else
            {
                var firstRow = RowAt(from, rows);
                var endRow = Math.Max(firstRow, RowAt(to + viewport.RowHeight, rows));
                var first = Math.Min(firstRow * viewport.Columns, group.Items.Length);
                var end = Math.Min(endRow * viewport.Columns, group.Items.Length);
                sections.Add(new MonitorSection(
                    group, first, group.Items[first..end], firstRow * viewport.RowHeight, (rows - endRow) * viewport.RowHeight)
                {
                    NamesBefore = NamesOf(group, 0, first, 0),
                    NamesAfter = NamesOf(group, end, group.Items.Length, 0),
                });
            }

            y += height;

            int RowAt(double position, int count) => (int)Math.Clamp(Math.Floor((position - y - heading) / viewport.RowHeight), 0, count);
        }

        return new MonitorWindow
        {
            Sections = sections.ToImmutable(),
            SpaceBefore = before,
            SpaceAfter = after,
            NamesBefore = namesBefore.ToString(),
            NamesAfter = namesAfter.ToString(),
            IsWhole = sections.Sum(section => section.Items.Length) == count,
            RenderedFrom = Math.Max(0, from),
            RenderedTo = Math.Min(whole, to),
            Height = whole,
        };

        string NamesOf(MonitorGroup group, int first, int end, double heading) =>
            isNamed ? RoomNames.Of(group.Items.AsSpan()[first..end], viewport, heading) : "";
        double HeadingOf(MonitorGroup group) => group.Key is null ? 0 : viewport.HeadingHeight;
        int RowsOf(MonitorGroup group) => (group.Items.Length + viewport.Columns - 1) / viewport.Columns;
        double HeightOf(MonitorGroup group) => HeadingOf(group) + (RowsOf(group) * viewport.RowHeight);
    }
}
