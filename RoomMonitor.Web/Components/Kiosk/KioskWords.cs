using RoomMonitor.Data.Kiosks;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Texts;

namespace RoomMonitor.Web.Components.Kiosk;

/// <summary>What is said about screens, in the reader's language.</summary>
public static class KioskWords
{
    public static string Of(KioskKind kind) => kind switch
    {
        KioskKind.Room => KioskAdminTexts.KindRoom,
        KioskKind.Overview => KioskAdminTexts.KindOverview,
        _ => KioskAdminTexts.KindFree,
    };

    /// <summary>"Room 2.14", "Main Building", "Main Building, floor 2", "Whole campus".</summary>
    public static string PlaceOf(KioskDevice device, OccupancySnapshot board) => device switch
    {
        { RoomId: { } roomId } => board.Find(roomId)?.Room.Name ?? KioskAdminTexts.RoomGone,
        { Building: null } => KioskAdminTexts.WholeCampus,
        { Floor: { } floor } => KioskAdminTexts.FormatFloorOf(device.Building, floor),
        _ => device.Building,
    };
}
