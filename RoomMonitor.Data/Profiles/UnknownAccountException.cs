namespace RoomMonitor.Data.Profiles;

/// <summary>The account is gone; a session or a token of it may live on for a while.</summary>
public sealed class UnknownAccountException() : Exception("Your account no longer exists.");
