using System.Collections.Immutable;

namespace RoomMonitor.Web.Rooms;

/// <summary>The part of a group that is rendered. The heading always is; rows that aren't leave their room empty.</summary>
/// <param name="First">Place of the first rendered room in the group.</param>
/// <param name="SpaceBefore">Height of the rows between heading and first rendered one, in CSS pixels.</param>
/// <param name="SpaceAfter">Height of the rows after the last rendered one.</param>
public sealed record MonitorSection(
    MonitorGroup Group, int First, ImmutableArray<MonitorItem> Items, double SpaceBefore, double SpaceAfter)
{
    /// <summary>The rooms in <see cref="SpaceBefore"/>: see <see cref="RoomNames"/>.</summary>
    public string NamesBefore { get; init; } = "";

    /// <summary>The rooms in <see cref="SpaceAfter"/>.</summary>
    public string NamesAfter { get; init; } = "";
}
