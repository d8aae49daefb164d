namespace RoomMonitor.Web.Features.Profile;

/// <summary>The profile was read.</summary>
/// <param name="Profile">Null where nobody is signed in.</param>
public sealed record ProfileLoaded(Data.Profiles.Profile? Profile);
