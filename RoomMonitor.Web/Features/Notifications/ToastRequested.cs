namespace RoomMonitor.Web.Features.Notifications;

/// <summary>Somebody has something to say.</summary>
public sealed record ToastRequested(Toast Toast);
