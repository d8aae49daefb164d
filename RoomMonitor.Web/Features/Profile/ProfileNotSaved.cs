namespace RoomMonitor.Web.Features.Profile;

/// <summary>What the user chose could not be saved.</summary>
/// <param name="Saved">What the database has.</param>
public sealed record ProfileNotSaved(ProfileState Saved);
