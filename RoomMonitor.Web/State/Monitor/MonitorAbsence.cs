using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.State.Monitor;

/// <summary>Why nothing is listed, and what would be without the building's filter.</summary>
/// <param name="Reason">"Weaver Hall has no available room right now."</param>
/// <param name="Elsewhere">The first room of another building that fits; null where there is none.</param>
public sealed record MonitorAbsence(string Reason, RoomOccupancy? Elsewhere)
{
    public static MonitorAbsence Of(OccupancySnapshot snapshot, MonitorQuery query)
    {
        var where = query.Building.Length > 0 ? query.Building : "The campus";
        var room = query.Status switch
        {
            OccupancyStatus.Free => "available room",
            OccupancyStatus.EndingSoon => "room that ends soon",
            OccupancyStatus.Occupied => "occupied room",
            _ => "room",
        };
        var now = query.Status is null ? "" : " right now";
        var reason = string.IsNullOrWhiteSpace(query.Search)
            ? $"{where} has no {room}{now}."
            : $"{(query.Building.Length > 0 ? $"In {where}" : "On the campus")} no {room} matches “{query.Search.Trim()}”{now}.";
        var elsewhere = query.Building.Length > 0 ? MonitorSelection.Of(snapshot, query with { Building = "" }) : [];
        return new MonitorAbsence(reason, elsewhere.FirstOrDefault());
    }
}
