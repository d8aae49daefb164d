using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.Activity;

/// <summary>
/// What an administrator who asks for it is told of the whole campus: each reservation that somebody else has changed, and that isn't told already
/// as the user's own or of a watched room. From <see cref="Many"/> on, within the life of a toast, one message counts them. Not for several threads.
/// </summary>
internal sealed class CampusNews
{
    public const int Many = 3;

    private readonly HashSet<int> _reservations = [];
    private DateTime _lastAt;

    public IEnumerable<Toast> Tell(IEnumerable<UserActivity> activities, CampusCalendar calendar, DateTime now)
    {
        // A move is told in both rooms: where it went is what counts.
        var changes = activities
            .Where(activity => activity is { IsOfCampus: true, IsOwn: false, IsWatched: false, IsByUser: false })
            .Select(activity => activity.Change)
            .Where(change => change.Reservation?.RoomId == change.RoomId)
            .ToList();
        if (changes.Count == 0)
        {
            return [];
        }

        if (now - _lastAt > Toast.UsualDuration)
        {
            _reservations.Clear();
        }

        _lastAt = now;
        _reservations.UnionWith(changes.Select(change => change.Reservation!.Id));
        return _reservations.Count >= Many ? [Summary()] : changes.Select(change => Single(change, calendar, now));
    }

    private static string KeyOf(int reservation) => $"campus {reservation}";

    private static Toast Single(RoomChange change, CampusCalendar calendar, DateTime now)
    {
        var (room, facts) = (change.Status.Room, change.Reservation!);
        Func<object, string> title = change.Action switch
        {
            ActivityAction.ReservationCreated => NotificationTexts.FormatNewReservation,
            ActivityAction.ReservationConfirmed => NotificationTexts.FormatCampusConfirmed,
            ActivityAction.ReservationCancelled or ActivityAction.ReservationDeleted => NotificationTexts.FormatCampusCancelled,
            _ => NotificationTexts.FormatCampusChanged,
        };
        return new Toast(ToastKind.Info, title(BidiText.Isolated(room.Name)), $"{ToastTimes.When(facts.Slot, calendar, now)}.")
        {
            Icon = AppIcons.NewReservation,
            MergeKey = KeyOf(facts.Id),
            ActionText = NotificationTexts.Show,
            ActionHref = $"rooms/{room.Id}",
        };
    }

    private Toast Summary() => new(ToastKind.Info, NotificationTexts.FormatCampusChangedMany(_reservations.Count))
    {
        Icon = AppIcons.Rooms,
        MergeKey = "campus",
        Replaces = [.. _reservations.Select(KeyOf)],
        ActionText = NotificationTexts.Show,
        ActionHref = "monitor",
    };
}
