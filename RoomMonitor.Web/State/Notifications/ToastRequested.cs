namespace RoomMonitor.Web.State.Notifications;

/// <summary>Somebody has something to say.</summary>
public sealed record ToastRequested(Toast Toast);
