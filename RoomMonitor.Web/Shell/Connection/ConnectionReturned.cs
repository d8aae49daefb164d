namespace RoomMonitor.Web.Shell.Connection;

/// <summary>The page is live again after it was cut off, perhaps by a restart of the server.</summary>
/// <param name="Since">The campus instant up to which the page was true; the browser says so.</param>
public sealed record ConnectionReturned(DateTime Since);
