using System.Globalization;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>
/// What a screen says at its first paint. js/kiosk/words.js says the same of the same instant, word for word (docs/adr/0016);
/// ScreenPaintTests compares both.
/// </summary>
internal static class ScreenWords
{
    // A word joiner on both sides: a range is never broken.
    private const string Dash = "\u2060–\u2060";

    /// <summary>"until 15:30", "all day", and on a door "free in 9 min" for a room that is about to become free.</summary>
    public static string Lead(ScreenRoom room, ScreenView view) => room.Status switch
    {
        { Occupancy: OccupancyStatus.EndingSoon, NextAvailableAt: { } freeAt } when !view.Look.Eink => KioskTexts.FormatFreeIn(CampusFormats.Duration(freeAt - view.Now)),
        _ => Until(room, view),
    };

    /// <summary>"1 h 18 min left", "rest of the day", "at 14:21"; empty where nothing ends, and on e-ink, which can't count.</summary>
    public static string Left(ScreenRoom room, ScreenView view) => (room.Status.Occupancy, Change(room)) switch
    {
        (_, null) => "",
        _ when view.Look.Eink => "",
        (OccupancyStatus.EndingSoon, { } freeAt) => KioskTexts.FormatAt(RoomWords.When(freeAt, view.Calendar, view.Now)),
        (_, { } change) when RoomWords.IsPastToday(change, view.Calendar, view.Now) => StatusTexts.CountdownRestOfDay,
        (_, { } change) => KioskTexts.FormatLeft(CampusFormats.Duration(change - view.Now)),
    };

    /// <summary>"until 15:30", "all day".</summary>
    public static string Until(ScreenRoom room, ScreenView view) =>
        Change(room) is { } change ? KioskTexts.FormatUntil(RoomWords.When(change, view.Calendar, view.Now)) : KioskTexts.AllDay;

    /// <summary>"until 16:00 · 1 h 48 min", "until 15:30", "all day": a row of an overview.</summary>
    public static string Row(ScreenRoom room, ScreenView view) => room.Status.NextAvailableAt is { } freeAt && !RoomWords.IsPastToday(freeAt, view.Calendar, view.Now)
        ? KioskTexts.FormatUntilFor(RoomWords.When(freeAt, view.Calendar, view.Now), CampusFormats.Duration(freeAt - view.Now))
        : Until(room, view);

    /// <summary>"1 h 18 min", "rest of the day"; empty where nothing ends: a row of free rooms.</summary>
    public static string FreeFor(ScreenRoom room, ScreenView view) =>
        Change(room) is not { } change ? ""
        : RoomWords.IsPastToday(change, view.Calendar, view.Now) ? StatusTexts.CountdownRestOfDay
        : CampusFormats.Duration(change - view.Now);

    /// <summary>"Next: Room 1.04 in 12 min", where no room is free.</summary>
    public static string NextFree(ScreenView view) =>
        view.Rooms.Where(room => room.Status.NextAvailableAt is not null).MinBy(room => room.Status.NextAvailableAt)
            is { Status.NextAvailableAt: { } freeAt } soonest
            ? KioskTexts.FormatFreeNext(BidiText.Isolated(soonest.Room.Name), CampusFormats.Duration(freeAt - view.Now))
            : "";

    /// <summary>"13:00–14:30, 14 of 16", "15:30–17:00, reserved".</summary>
    public static string Slot(WireScheduleSlot slot, bool isCurrent, ScreenRoom room, ScreenView view)
    {
        var what = slot.Kind == WireSlotKind.Closure ? KioskTexts.Closed
            : isCurrent && room.Room.Capacity > 0 && slot.Attendees > 0 ? StatusTexts.FormatSeatsOf(slot.Attendees, room.Room.Capacity)
            : KioskTexts.Reserved;
        var start = RoomWords.When(slot.Start, view.Calendar, view.Now);
        return CampusFormats.IsOneDay(new TimeSlot(slot.Start, slot.End), view.Calendar)
            ? $"{start}{Dash}{CampusFormats.EndTime(slot.End, view.Calendar)}, {what}"
            : $"{start} – {RoomWords.When(slot.End, view.Calendar, view.Now)}, {what}";
    }

    public static WireScheduleSlot? Current(ScreenRoom room, DateTime now) =>
        room.Wire.Slots.FirstOrDefault(slot => slot.ReservationId == room.Status.CurrentReservationId && slot.Start <= now && now < slot.End);

    public static WireScheduleSlot? Next(ScreenRoom room, DateTime now) => room.Wire.Slots.FirstOrDefault(slot => slot.Start > now);

    public static string Floor(int floor) => floor switch
    {
        0 => KioskTexts.GroundFloor,
        < 0 => KioskTexts.FormatBasement(-floor),
        _ => KioskTexts.FormatFloor(floor),
    };

    /// <summary>"Floor 2, 12 seats"; with the building where there are several.</summary>
    public static string Place(Room room, ScreenView view)
    {
        var floor = view.Building is null ? BuildingAndFloor(room) : Floor(room.Floor);
        return KioskTexts.FormatFloorAndSeats(floor, Seats(room));
    }

    /// <summary>"Main Building, floor 2".</summary>
    public static string BuildingAndFloor(Room room) =>
        room.Building.Length == 0 ? Floor(room.Floor) : KioskTexts.FormatFloorAndSeats(BidiText.Isolated(room.Building), Inside(Floor(room.Floor)));

    /// <summary>"Main Building, 12 seats".</summary>
    public static string BuildingAndSeats(Room room) => string.Join(", ", new[] { BidiText.Isolated(room.Building), Seats(room) }.Where(part => part.Length > 0));

    /// <summary>"14 rooms, ground floor to floor 4".</summary>
    public static string Extent(ScreenView view)
    {
        var rooms = RoomWords.Rooms(view.Rooms.Count);
        var (lowest, highest) = (view.Rooms.Min(room => room.Room.Floor), view.Rooms.Max(room => room.Room.Floor));
        return lowest == highest
            ? KioskTexts.FormatFloorAndSeats(rooms, Inside(Floor(lowest)))
            : KioskTexts.FormatFromToFloor(rooms, Inside(Floor(lowest)), Inside(Floor(highest)));
    }

    /// <summary>When the room becomes free or is taken next, as far as its screen knows.</summary>
    public static DateTime? Change(ScreenRoom room) =>
        room.Status.NextAvailableAt ?? (room.Status.FreeUntil < room.Wire.Until ? room.Status.FreeUntil : null);

    private static string Seats(Room room) => room.Capacity switch
    {
        1 => StatusTexts.FormatSeatsOne(1),
        > 1 => StatusTexts.FormatSeatsMany(room.Capacity),
        _ => StatusTexts.SeatsUnknown,
    };

    /// <summary>Nouns are written small inside an English sentence, and never in a German one.</summary>
    private static string Inside(string floor) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de" ? floor : floor.ToLower(CultureInfo.CurrentCulture);
}
