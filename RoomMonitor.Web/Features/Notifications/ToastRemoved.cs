namespace RoomMonitor.Web.Features.Notifications;

/// <summary>A toast has slid out.</summary>
public sealed record ToastRemoved(long Id);
