using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Languages;

namespace RoomMonitor.Web.Features.Activity;

/// <summary>
/// What is told of the user's own reservations when somebody else has changed them. What is lost stays until it is closed. From
/// <see cref="Many"/> on that fare alike at once, one message sums them up. Not for several threads.
/// </summary>
internal sealed class OwnReservationNews
{
    public const int Many = 3;

    /// <summary>What comes closer together is one burst.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<Fate, (HashSet<int> Reservations, DateTime LastAt)> _bursts = [];

    private enum Fate
    {
        Cancelled,
        Ended,
        Moved,
        Confirmed,
        Changed,
    }

    public IEnumerable<Toast> Tell(IEnumerable<UserActivity> activities, CampusCalendar calendar, DateTime now)
    {
        // A move is told in both rooms: where it went is what counts.
        var own = activities.Where(activity => activity is { IsOwn: true, IsByUser: false } && activity.Change.RoomId == activity.Change.Reservation?.RoomId);
        foreach (var alike in own.GroupBy(activity => FateOf(activity, now)).OrderBy(group => group.Key))
        {
            var reservations = _bursts.TryGetValue(alike.Key, out var burst) && now - burst.LastAt <= Pause ? burst.Reservations : [];
            reservations.UnionWith(alike.Select(activity => activity.Change.Reservation!.Id));
            _bursts[alike.Key] = (reservations, now);
            if (reservations.Count >= Many)
            {
                yield return Summary(alike.Key, reservations);
                continue;
            }

            foreach (var activity in alike)
            {
                yield return Single(alike.Key, activity, calendar, now);
            }
        }
    }

    private static Fate FateOf(UserActivity activity, DateTime now)
    {
        var facts = activity.Change.Reservation!;
        return activity.Change.Action switch
        {
            ActivityAction.ReservationCancelled or ActivityAction.ReservationDeleted => Fate.Cancelled,
            ActivityAction.ReservationConfirmed => Fate.Confirmed,
            _ when activity.Earlier is { } earlier && IsEnded(earlier, facts, now) => Fate.Ended,
            _ when activity.Earlier is { } earlier && (earlier.RoomId, earlier.Slot) != (facts.RoomId, facts.Slot) => Fate.Moved,
            _ => Fate.Changed,
        };
    }

    /// <summary>It ran, and whoever changed it let it end then.</summary>
    private static bool IsEnded(ReservationFacts earlier, ReservationFacts facts, DateTime now) =>
        facts.RoomId == earlier.RoomId && facts.Start == earlier.Start && facts.End < earlier.End && facts.End <= now;

    private static Toast Single(Fate fate, UserActivity activity, CampusCalendar calendar, DateTime now)
    {
        var (room, facts) = (activity.Change.Status.Room, activity.Change.Reservation!);
        var when = ToastTimes.When(facts.Slot, calendar, now);
        var where = NotificationTexts.FormatWhere(BidiText.Isolated(room.Name), when);
        var toast = fate switch
        {
            Fate.Cancelled => new Toast(ToastKind.Error, NotificationTexts.OwnCancelled, where)
            {
                ActionText = NotificationTexts.FindAnother,
                ActionHref = $"rooms/{room.Id}",
            },
            Fate.Ended => new Toast(ToastKind.Warning, NotificationTexts.OwnEnded, where),
            Fate.Moved => new Toast(ToastKind.Warning, NotificationTexts.OwnMoved, Moved(BidiText.Isolated(room.Name), when, facts)) { Duration = TimeSpan.Zero },
            Fate.Confirmed => new Toast(ToastKind.Success, NotificationTexts.OwnConfirmed, where),
            _ => new Toast(ToastKind.Info, NotificationTexts.OwnChanged, where),
        };
        return Leading(toast) with { MergeKey = KeyOf(facts.Id) };
    }

    private static string Moved(string room, string when, ReservationFacts facts) =>
        facts.Status == ReservationStatus.Pending ? NotificationTexts.FormatMovedAndPending(room, when) : NotificationTexts.FormatMovedTo(room, when);

    private static string KeyOf(int reservation) => $"reservation {reservation}";

    private static Toast Summary(Fate fate, HashSet<int> reservations)
    {
        var count = reservations.Count;
        var toast = fate switch
        {
            Fate.Cancelled => new Toast(ToastKind.Error, NotificationTexts.FormatOwnCancelledMany(count)),
            Fate.Ended => new Toast(ToastKind.Warning, NotificationTexts.FormatOwnEndedMany(count)),
            Fate.Moved => new Toast(ToastKind.Warning, NotificationTexts.FormatOwnMovedMany(count)) { Duration = TimeSpan.Zero },
            Fate.Confirmed => new Toast(ToastKind.Success, NotificationTexts.FormatOwnConfirmedMany(count)),
            _ => new Toast(ToastKind.Info, NotificationTexts.FormatOwnChangedMany(count)),
        };
        return Leading(toast) with { MergeKey = $"own {fate}", Replaces = [.. reservations.Select(KeyOf)] };
    }

    private static Toast Leading(Toast toast) => toast.ActionHref is null
        ? toast with { ActionText = NotificationTexts.Show, ActionHref = "reservations" }
        : toast;
}
