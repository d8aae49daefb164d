namespace RoomMonitor.Web.Features.Notifications;

public enum ToastPosition
{
    TopRight,
    TopLeft,
    BottomRight,
    BottomLeft,
}
