using Microsoft.AspNetCore.Components;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.Monitor;

/// <summary>All rooms that fit the query, as cards or as a table.</summary>
public sealed partial class RoomMonitorGrid
{
    private string _announcement = "";

    [Parameter, EditorRequired]
    public required MonitorQuery Query { get; set; }

    [Parameter]
    public EventCallback<MonitorQuery> QueryChanged { get; set; }

    private protected override MonitorQuery Selector => Query;

    private protected override MonitorViewport Unmeasured(MonitorQuery selector) => MonitorViewport.Unmeasured(selector.View);

    private protected override bool KeepsOrder(MonitorQuery before, MonitorQuery now) => before == now with { View = before.View };

    private protected override void OnListed(bool isFirst) => _announcement = isFirst ? "" : RoomWords.Rooms(List.Items.Length);
}
