using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Rooms;

/// <summary>Why nothing is listed, and what would be without the building's filter.</summary>
/// <param name="Reason">"Weaver Hall has no available room right now."</param>
/// <param name="Elsewhere">The first room of another building that fits; null where there is none.</param>
public sealed record MonitorAbsence(string Reason, RoomOccupancy? Elsewhere)
{
    public static MonitorAbsence Of(OccupancySnapshot snapshot, MonitorQuery query)
    {
        var elsewhere = query.Building.Length > 0 ? MonitorSelection.Of(snapshot, query with { Building = "" }) : [];
        return new MonitorAbsence(string.IsNullOrWhiteSpace(query.Search) ? NothingThere(query) : NothingMatches(query), elsewhere.FirstOrDefault());
    }

    private static string NothingThere(MonitorQuery query)
    {
        var where = query.Building.Length > 0 ? query.Building : MonitorTexts.Campus;
        return query.Status switch
        {
            OccupancyStatus.Free => MonitorTexts.FormatHasNow(where, MonitorTexts.HasAvailable),
            OccupancyStatus.EndingSoon => MonitorTexts.FormatHasNow(where, MonitorTexts.HasEndingSoon),
            OccupancyStatus.Occupied => MonitorTexts.FormatHasNow(where, MonitorTexts.HasOccupied),
            _ => MonitorTexts.FormatHas(where, MonitorTexts.HasRoom),
        };
    }

    private static string NothingMatches(MonitorQuery query)
    {
        var where = query.Building.Length > 0 ? MonitorTexts.FormatInBuilding(query.Building) : MonitorTexts.OnCampus;
        var search = query.Search.Trim();
        return query.Status switch
        {
            OccupancyStatus.Free => MonitorTexts.FormatMatchesNow(where, MonitorTexts.MatchesAvailable, search),
            OccupancyStatus.EndingSoon => MonitorTexts.FormatMatchesNow(where, MonitorTexts.MatchesEndingSoon, search),
            OccupancyStatus.Occupied => MonitorTexts.FormatMatchesNow(where, MonitorTexts.MatchesOccupied, search),
            _ => MonitorTexts.FormatMatches(where, MonitorTexts.MatchesRoom, search),
        };
    }
}
