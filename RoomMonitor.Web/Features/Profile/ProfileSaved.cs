using RoomMonitor.Data.Profiles;

namespace RoomMonitor.Web.Features.Profile;

/// <summary>What the user chose is in the database.</summary>
public sealed record ProfileSaved(ProfilePatch Patch);
