using System.Collections.Immutable;

namespace RoomMonitor.Web.Features.Notifications;

/// <summary>A short message over the page, in the reader's language already.</summary>
public sealed record Toast(ToastKind Kind, string Title, string Message = "")
{
    /// <summary>How long a message stays unless it says so itself or is an error, which stays until it is closed.</summary>
    public static readonly TimeSpan UsualDuration = TimeSpan.FromSeconds(5);

    /// <summary>How long it stays: null is the usual time (5 s; errors stay), zero until it is closed.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The word on its one action, which leads to <see cref="ActionHref"/>.</summary>
    public string? ActionText { get; init; }

    public string? ActionHref { get; init; }

    /// <summary>SVG content in place of the kind's own icon.</summary>
    public string? Icon { get; init; }

    /// <summary>Toasts of one key that come together become one: the new one stands in the place of the one that is shown.</summary>
    public string? MergeKey { get; init; }

    /// <summary>Merge keys of toasts that this one sums up: they go.</summary>
    public ImmutableHashSet<string> Replaces { get; init; } = [];

    /// <summary><see cref="Duration"/> with its default; null where it stays.</summary>
    public TimeSpan? Life => (Duration ?? (Kind == ToastKind.Error ? TimeSpan.Zero : UsualDuration)) is { Ticks: > 0 } length ? length : null;
}
