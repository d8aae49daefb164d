namespace RoomMonitor.Web.Features.Account;

/// <summary>One of several that exclude one another.</summary>
public sealed record Choice(string Value, string Word);
