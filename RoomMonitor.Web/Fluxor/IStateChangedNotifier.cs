namespace Fluxor;

/// <summary>Something that tells when its state has changed.</summary>
public interface IStateChangedNotifier
{
    /// <summary>Raised after the change, on the thread that dispatched (or on a timer's, when notifications are throttled).</summary>
    event EventHandler? StateChanged;
}
