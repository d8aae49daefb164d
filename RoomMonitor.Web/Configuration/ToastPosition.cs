namespace RoomMonitor.Web.Configuration;

public enum ToastPosition
{
    TopRight,
    TopLeft,
    BottomRight,
    BottomLeft,
}
