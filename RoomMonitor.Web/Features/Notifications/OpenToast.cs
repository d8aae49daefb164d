namespace RoomMonitor.Web.Features.Notifications;

/// <summary>A toast that is on the page, or waits for its place.</summary>
/// <param name="Revision">Grows when another toast takes its place: its time begins anew.</param>
/// <param name="IsLeaving">It is sliding out.</param>
public sealed record OpenToast(long Id, Toast Toast, int Revision = 0, bool IsLeaving = false);
