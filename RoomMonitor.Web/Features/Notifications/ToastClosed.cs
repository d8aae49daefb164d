namespace RoomMonitor.Web.Features.Notifications;

/// <summary>A toast's time is up, or somebody closed it: it slides out.</summary>
public sealed record ToastClosed(long Id);
