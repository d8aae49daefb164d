using Fluxor;

namespace RoomMonitor.Web.Features.Notifications;

public static class NotificationsReducers
{
    /// <summary>Nobody reads more: the oldest go, those that would have gone by themselves first.</summary>
    public const int MostOpen = 50;

    [ReducerMethod]
    public static NotificationsState OnRequested(NotificationsState state, ToastRequested action)
    {
        var toast = action.Toast;
        var open = state.Open.RemoveAll(one => one.Toast.MergeKey is { } key && toast.Replaces.Contains(key));
        var merged = toast.MergeKey is null ? -1 : open.FindIndex(one => one.Toast.MergeKey == toast.MergeKey && !one.IsLeaving);
        if (merged >= 0)
        {
            // In its place: what somebody reads doesn't move.
            return state with { Open = open.SetItem(merged, open[merged] with { Toast = toast, Revision = open[merged].Revision + 1 }) };
        }

        open = open.Insert(0, new OpenToast(state.LastId + 1, toast));
        if (open.Count > MostOpen)
        {
            var expendable = open.FindLastIndex(one => one.Toast.Life is not null);
            open = open.RemoveAt(expendable > 0 ? expendable : open.Count - 1);
        }

        return state with { Open = open, LastId = state.LastId + 1 };
    }

    [ReducerMethod]
    public static NotificationsState OnClosed(NotificationsState state, ToastClosed action) =>
        state.Open.Find(one => one.Id == action.Id) is { IsLeaving: false } toast
            ? state with { Open = state.Open.Replace(toast, toast with { IsLeaving = true }) }
            : state;

    [ReducerMethod]
    public static NotificationsState OnRemoved(NotificationsState state, ToastRemoved action)
    {
        var open = state.Open.RemoveAll(one => one.Id == action.Id);

        // With the last one goes what pointer and focus were on, and a removed element tells of neither leaving.
        return open.Count == state.Open.Count ? state : state with { Open = open, IsPaused = state.IsPaused && !open.IsEmpty };
    }

    [ReducerMethod]
    public static NotificationsState OnPaused(NotificationsState state, ToastsPaused action) =>
        state.IsPaused == action.IsPaused ? state : state with { IsPaused = action.IsPaused };
}
