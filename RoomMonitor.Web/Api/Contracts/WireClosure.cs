namespace RoomMonitor.Web.Api.Contracts;

/// <summary>A period in which a room is closed. Times are RFC 3339, UTC, and campus time, <c>HH:mm</c>.</summary>
public sealed record WireClosure(DateTime Start, DateTime End, string StartTime, string EndTime);
