namespace RoomMonitor.Web.Features.Notifications;

public enum ToastKind
{
    Success,
    Info,
    Warning,
    Error,
}
