namespace RoomMonitor.Web.State.Monitor;

public enum MonitorView
{
    Cards,
    Table,
}
