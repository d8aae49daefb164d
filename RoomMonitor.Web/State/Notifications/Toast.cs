namespace RoomMonitor.Web.State.Notifications;

/// <summary>A short message over the page, in the reader's language already.</summary>
public sealed record Toast(ToastKind Kind, string Title, string Message = "")
{
    /// <summary>How long it stays: null is the usual time (5 s), zero until it is closed.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The word on its one action, which leads to <see cref="ActionHref"/>.</summary>
    public string? ActionText { get; init; }

    public string? ActionHref { get; init; }

    /// <summary>Toasts of one key that come together become one.</summary>
    public string? MergeKey { get; init; }
}
