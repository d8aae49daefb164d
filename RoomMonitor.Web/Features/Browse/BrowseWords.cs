using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Features.Browse;

/// <summary>What the browse page says, in the reader's language.</summary>
internal static class BrowseWords
{
    /// <summary>"12 rooms", "12 rooms with 6 seats or more".</summary>
    public static string Rooms(int count, int seats) => (count, seats) switch
    {
        (_, 0) => RoomWords.Rooms(count),
        (1, _) => BrowseTexts.FormatRoomsWithSeatsOne(seats),
        _ => BrowseTexts.FormatRoomsWithSeatsMany(count, seats),
    };

    /// <summary>"6 people".</summary>
    public static string People(int count) => count == 1 ? BrowseTexts.PeopleOne : BrowseTexts.FormatPeopleMany(count);

    /// <summary>"Main Building, floor 2"; empty where the building is unknown: the floor alone says nothing.</summary>
    public static string Place(string building, int floor) => (building, floor) switch
    {
        ("", _) => "",
        (_, 0) => BrowseTexts.FormatGroundFloor(BidiText.Isolated(building)),
        (_, < 0) => BrowseTexts.FormatFloorBelow(BidiText.Isolated(building), -floor),
        _ => BrowseTexts.FormatFloor(BidiText.Isolated(building), floor),
    };

    public static string Heading(BrowseSection section, TimeSlot? slot, DateTime now, CampusCalendar calendar) => section switch
    {
        BrowseSection.Favorites => BrowseTexts.Favorites,
        BrowseSection.FreeThen when slot is { } time => BrowseTexts.FormatFreeRange(Range(time, now, calendar)),
        BrowseSection.EndingSoon => BrowseTexts.FreeSoon,
        BrowseSection.Occupied => BrowseTexts.TakenNow,
        _ => BrowseTexts.FreeNow,
    };

    /// <summary>What a screen reader is told of the list: "12 rooms free."</summary>
    public static string Summary(IReadOnlyCollection<MonitorItem> items, bool asksForTime)
    {
        var fitting = items.Where(item => item.Fits).ToList();
        var free = asksForTime ? fitting.Count : fitting.Count(item => !item.Room.Status.IsOccupied);
        var found = fitting.Count == 1 ? BrowseTexts.FoundOne : BrowseTexts.FormatFoundMany(fitting.Count);
        return fitting.Count == 0 ? BrowseTexts.NothingFits
            : $"{found} {(free == 1 ? BrowseTexts.FoundFreeOne : BrowseTexts.FormatFoundFreeMany(free))}";
    }

    /// <summary>Why nothing is found: all that was asked for, in one sentence.</summary>
    public static string Reason(BrowseRequest request, DateTime now, CampusCalendar calendar)
    {
        var filters = Filters(request, now, calendar).ToList();
        return filters.Count == 0 ? BrowseTexts.NoRooms : BrowseTexts.FormatNothingFitsAll(string.Join(", ", filters));
    }

    /// <summary>"14:15–15:15", with its day where that isn't today.</summary>
    private static string Range(TimeSlot slot, DateTime now, CampusCalendar calendar)
    {
        var date = calendar.DateOf(slot.Start);
        var range = CampusFormats.Range(slot, calendar);
        return date == calendar.DateOf(now) || date != calendar.DateOf(slot.End) ? range : $"{CampusFormats.ShortDay(date)}, {range}";
    }

    private static IEnumerable<string> Filters(BrowseRequest request, DateTime now, CampusCalendar calendar)
    {
        var query = request.Query;
        if (query.Seats > 0)
        {
            yield return BrowseTexts.FormatFilterSeats(query.Seats);
        }

        if (query.Building.Length > 0)
        {
            yield return BidiText.Isolated(query.Building);
        }

        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            yield return BrowseTexts.FormatFilterName(query.Search.Trim());
        }

        foreach (var amenity in query.Amenities)
        {
            yield return AmenityWords.Of(amenity);
        }

        if (query.Status is { } status)
        {
            yield return status switch
            {
                OccupancyStatus.Free => BrowseTexts.FilterAvailable,
                OccupancyStatus.EndingSoon => BrowseTexts.FilterEndingSoon,
                _ => BrowseTexts.FilterOccupied,
            };
        }

        if (request.Slot is { } slot)
        {
            yield return BrowseTexts.FormatFilterFree(Range(slot, now, calendar));
        }
    }
}
