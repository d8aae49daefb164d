namespace RoomMonitor.Web.State.Notifications;

public enum ToastKind
{
    Success,
    Info,
    Warning,
    Error,
}
