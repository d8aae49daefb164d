namespace RoomMonitor.Web.Rooms.Addresses;

public enum MonitorView
{
    Cards,
    Table,
}
