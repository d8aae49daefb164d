using System.Text.Encodings.Web;
using System.Text.Json;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Shell;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>What a screen's page hands to its modules: the first data with the settings, and the texts in the reader's language.</summary>
internal static class ScreenData
{
    /// <summary>Stands inside a script element: escaped so that nothing in it ends that.</summary>
    private static readonly JsonSerializerOptions _json = new(WireJson.Options) { Encoder = JavaScriptEncoder.Default };

    public static string Json(ScreenView view, ScreenSource source) => JsonSerializer.Serialize(
        new
        {
            version = ScreenVersion.Current,
            server_time = BrowserInstant.Rfc3339(view.Now),
            zone = view.Calendar.TimeZone.Id,
            unknown_after_ms = (long)view.UnknownAfter.TotalMilliseconds,
            opening_hours = new[] { OpeningHours.FirstHour, OpeningHours.LastHour },
            booking_minutes = KioskInput.Bookings,
            extension_minutes = KioskInput.Extensions,
            eink = view.Look.Eink,
            socket = source.Socket,
            schedule = source.Schedule,
            rooms = view.Rooms.Select(room => room.Wire),
            device = view.Device is { } device ? new { device.Id, device.Name, device.RoomIds, device.ShowsDetails, device.Placement.Stamp, MayBook = device.MayBook && !view.Rooms.Any(room => room.Room.RequiresApproval) } : null,
        },
        _json);

    public static string Texts() => BrowserTexts.Json(new Dictionary<string, string>
    {
        ["minutes"] = CommonTexts.Minutes,
        ["hours"] = CommonTexts.Hours,
        ["hoursMinutes"] = CommonTexts.HoursMinutes,
        ["days"] = CommonTexts.Days,
        ["daysHours"] = CommonTexts.DaysHours,
        ["free"] = StatusTexts.Available,
        ["ending_soon"] = StatusTexts.EndingSoon,
        ["occupied"] = StatusTexts.Occupied,
        ["unknown"] = StatusTexts.Unknown,
        ["asOf"] = StatusTexts.AsOf,
        ["announcement"] = StatusTexts.Announcement,
        ["seatsOf"] = StatusTexts.SeatsOf,
        ["strip"] = StatusTexts.Strip,
        ["stripEmpty"] = StatusTexts.StripEmpty,
        ["stripHold"] = StatusTexts.StripHold,
        ["stripClosed"] = StatusTexts.StripClosed,
        ["stripPending"] = StatusTexts.StripPending,
        ["until"] = KioskTexts.Until,
        ["allDay"] = KioskTexts.AllDay,
        ["restOfDay"] = StatusTexts.CountdownRestOfDay,
        ["left"] = KioskTexts.Left,
        ["freeIn"] = KioskTexts.FreeIn,
        ["at"] = KioskTexts.At,
        ["noConnection"] = KioskTexts.NoConnection,
        ["since"] = KioskTexts.Since,
        ["now"] = KioskTexts.Now,
        ["next"] = KioskTexts.Next,
        ["atTime"] = KioskTexts.AtTime,
        ["reserved"] = KioskTexts.Reserved,
        ["closed"] = KioskTexts.Closed,
        ["beginningOfDay"] = CampusFormats.Time(TimeOnly.MinValue),
        ["endOfDay"] = CampusFormats.EndOfDay,
        ["nothingNext"] = KioskTexts.NothingNext,
        ["wasAvailable"] = KioskTexts.WasAvailable,
        ["wasAvailableUntil"] = KioskTexts.WasAvailableUntil,
        ["wasHeldUntil"] = KioskTexts.WasHeldUntil,
        ["knockFirst"] = KioskTexts.KnockFirst,
        ["bookNowFor"] = KioskTexts.BookNowFor,
        ["book"] = KioskTexts.Book,
        ["bookQuestion"] = KioskTexts.BookQuestion,
        ["extend"] = KioskTexts.Extend,
        ["extendQuestion"] = KioskTexts.ExtendQuestion,
        ["keep"] = KioskTexts.Keep,
        ["endNow"] = KioskTexts.EndNow,
        ["endQuestion"] = KioskTexts.EndQuestion,
        ["checkIn"] = KioskTexts.CheckIn,
        ["checkInQuestion"] = KioskTexts.CheckInQuestion,
        ["back"] = KioskTexts.Back,
        ["working"] = KioskTexts.Working,
        ["booked"] = KioskTexts.Booked,
        ["extended"] = KioskTexts.Extended,
        ["ended"] = KioskTexts.Ended,
        ["checkedIn"] = KioskTexts.CheckedIn,
        ["taken"] = KioskTexts.Taken,
        ["notAllowed"] = KioskTexts.NotAllowed,
        ["failed"] = KioskTexts.Failed,
        ["skewAhead"] = KioskTexts.SkewAhead,
        ["skewBehind"] = KioskTexts.SkewBehind,
        ["revoked"] = KioskTexts.Revoked,
        ["live"] = KioskTexts.Live,
        ["reconnecting"] = KioskTexts.Reconnecting,
        ["noCurrent"] = KioskTexts.NoCurrent,
        ["noConnectionSince"] = KioskTexts.NoConnectionSince,
        ["wasAt"] = KioskTexts.WasAt,
        ["untilFor"] = KioskTexts.UntilFor,
        ["pageOf"] = KioskTexts.PageOf,
        ["freeOne"] = KioskTexts.FreeOne,
        ["freeMany"] = KioskTexts.FreeMany,
        ["freeNone"] = KioskTexts.FreeNone,
        ["freeNext"] = KioskTexts.FreeNext,
        ["freeLast"] = KioskTexts.FreeLast,
    });
}
