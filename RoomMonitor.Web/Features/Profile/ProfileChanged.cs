using RoomMonitor.Data.Profiles;

namespace RoomMonitor.Web.Features.Profile;

/// <summary>The user chose something else.</summary>
public sealed record ProfileChanged(ProfilePatch Patch);
