namespace RoomMonitor.Web.Kiosk;

/// <summary>A room's slots of today and the next 24 hours, by start, as a registered screen of the room learns of them.</summary>
/// <param name="Timestamp">The campus instant of this answer.</param>
internal sealed record WireKioskSchedule(
    int RoomId,
    string RoomName,
    string Building,
    int Floor,
    int Capacity,
    DateTime From,
    DateTime Until,
    IReadOnlyList<WireKioskSlot> Slots,
    DateTime Timestamp);
