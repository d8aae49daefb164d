using RoomMonitor.Data.Profiles;

namespace RoomMonitor.Web.State.Profile;

/// <summary>The user chose something else.</summary>
public sealed record ProfileChanged(ProfilePatch Patch);
