using System.Collections.Immutable;
using Fluxor;

namespace RoomMonitor.Web.Features.Notifications;

/// <summary>The messages over the page. It holds all of them; how many are shown at once is for the container to say.</summary>
[FeatureState]
public sealed record NotificationsState
{
    private NotificationsState()
    {
    }

    /// <summary>Newest first.</summary>
    public ImmutableList<OpenToast> Open { get; init; } = [];

    /// <summary>Somebody reads or uses them (pointer or focus): their time stands still.</summary>
    public bool IsPaused { get; init; }

    public long LastId { get; init; }
}
