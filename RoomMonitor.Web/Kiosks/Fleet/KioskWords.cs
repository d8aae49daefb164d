using System.Globalization;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Languages;

namespace RoomMonitor.Web.Kiosks.Fleet;

/// <summary>What is said about screens, in the reader's language.</summary>
public static class KioskWords
{
    public static string Of(KioskKind kind) => kind switch
    {
        KioskKind.Room => KioskAdminTexts.KindRoom,
        KioskKind.Overview => KioskAdminTexts.KindOverview,
        _ => KioskAdminTexts.KindFree,
    };

    public static string Of(KioskAct act) => act switch
    {
        KioskAct.Change => KioskAdminTexts.Change,
        KioskAct.Identify => KioskAdminTexts.Identify,
        KioskAct.Reload => KioskAdminTexts.Reload,
        KioskAct.NewLink => KioskAdminTexts.NewLink,
        _ => KioskAdminTexts.Revoke,
    };

    public static string Of(KioskState state) => state switch
    {
        KioskState.Live => KioskAdminTexts.StateLive,
        KioskState.Reconnecting => KioskAdminTexts.StateReconnecting,
        KioskState.Silent => KioskAdminTexts.StateSilent,
        KioskState.Waiting => KioskAdminTexts.StateWaiting,
        _ => KioskAdminTexts.StateRevoked,
    };

    /// <summary>"just now", "41 s ago", "2 h 14 min ago", "3 d ago".</summary>
    public static string Ago(TimeSpan passed) =>
        passed < TimeSpan.FromSeconds(3) ? KioskAdminTexts.JustNow : KioskAdminTexts.FormatAgo(Duration(passed));

    /// <summary>"41 s", "3 min", "2 h 14 min", "3 d".</summary>
    public static string Duration(TimeSpan length) =>
        length < TimeSpan.FromMinutes(1) ? $"{(int)length.TotalSeconds} s"
        : length < TimeSpan.FromHours(1) ? $"{(int)length.TotalMinutes} min"
        : length < TimeSpan.FromDays(1) ? length.Minutes == 0 ? $"{length.Hours} h" : $"{length.Hours} h {length.Minutes} min"
        : $"{(int)length.TotalDays} d";

    /// <summary>"85 ms", "1.2 s".</summary>
    public static string Milliseconds(int milliseconds) =>
        milliseconds < 1_000 ? $"{milliseconds} ms" : string.Create(CultureInfo.CurrentCulture, $"{milliseconds / 1000.0:0.0} s");

    /// <summary>Within what a door can't show: "right", else "12 s ahead", "10 min behind".</summary>
    public static string Skew(int milliseconds)
    {
        var length = Duration(TimeSpan.FromMilliseconds(Math.Abs((long)milliseconds)));
        return Math.Abs((long)milliseconds) < 1_000 ? KioskAdminTexts.ClockRight
            : milliseconds > 0 ? KioskAdminTexts.FormatClockAhead(length)
            : KioskAdminTexts.FormatClockBehind(length);
    }

    /// <summary>"Room 2.14", "Main Building", "Main Building, floor 2", "Whole campus".</summary>
    /// <param name="room">Of a door panel; null where it is gone.</param>
    public static string PlaceOf(KioskDevice device, Room? room) => device switch
    {
        { RoomId: not null } => room?.Name ?? KioskAdminTexts.RoomGone,
        { Building: null } => KioskAdminTexts.WholeCampus,
        { Floor: { } floor } => KioskAdminTexts.FormatFloorOf(BidiText.Isolated(device.Building ?? ""), floor),
        _ => device.Building,
    };
}
