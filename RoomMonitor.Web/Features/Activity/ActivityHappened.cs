using System.Collections.Immutable;

namespace RoomMonitor.Web.Features.Activity;

/// <summary>What concerns the user of this circuit has changed, in order; all that came since the last batch.</summary>
public sealed record ActivityHappened(ImmutableArray<UserActivity> Activities);
