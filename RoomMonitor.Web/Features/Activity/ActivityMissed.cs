namespace RoomMonitor.Web.Features.Activity;

/// <summary>More changed at once than the feed could follow: what is shown of one's own reservations is to be read anew.</summary>
public sealed record ActivityMissed;
