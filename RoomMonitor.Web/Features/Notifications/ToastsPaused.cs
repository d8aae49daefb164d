namespace RoomMonitor.Web.Features.Notifications;

/// <summary>Pointer or focus came to the toasts, or the last of them left.</summary>
public sealed record ToastsPaused(bool IsPaused);
