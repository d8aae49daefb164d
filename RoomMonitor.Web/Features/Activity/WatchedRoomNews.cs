using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.Activity;

/// <summary>
/// What is told of watched rooms: one that becomes available, and new reservations. From <see cref="Many"/> rooms of a building on,
/// within the life of a toast, one message sums them up. Remembers the burst that goes on; not for several threads.
/// </summary>
internal sealed class WatchedRoomNews
{
    public const int Many = 3;

    private readonly Dictionary<string, Burst> _bursts = new(NameComparer.Instance);

    /// <summary>The messages for a batch; those of a burst that goes on take the place of the ones before.</summary>
    public IEnumerable<Toast> Tell(IEnumerable<UserActivity> activities, CampusCalendar calendar, DateTime now)
    {
        var touched = new HashSet<(Burst Burst, int RoomId)>();
        foreach (var change in activities.Where(activity => activity is { IsWatched: true, IsOwn: false, IsByUser: false }).Select(activity => activity.Change))
        {
            if (BecameAvailable(change) || change.Action == ActivityAction.ReservationCreated)
            {
                var burst = BurstOf(change.Status.Room.Building, now);
                burst.Add(change, now);
                touched.Add((burst, change.RoomId));
            }
        }

        foreach (var rooms in touched.GroupBy(one => one.Burst))
        {
            if (rooms.Key.News.Count >= Many)
            {
                yield return Summary(rooms.Key);
            }
            else
            {
                foreach (var (burst, roomId) in rooms)
                {
                    yield return Single(burst.News[roomId], calendar, now);
                }
            }
        }
    }

    private static bool BecameAvailable(RoomChange change) => change.Before.IsOccupied && !change.Status.IsOccupied;

    private static string KeyOf(int roomId) => $"room {roomId}";

    private static Toast Summary(Burst burst)
    {
        var statuses = burst.News.Values.Select(news => news.Latest.Status.Occupancy).ToList();
        var counts = new[]
        {
            (Count: statuses.Count(status => status == OccupancyStatus.Free), Text: (Func<object, string>)NotificationTexts.FormatCountAvailable),
            (Count: statuses.Count(status => status == OccupancyStatus.EndingSoon), Text: NotificationTexts.FormatCountEnding),
            (Count: statuses.Count(status => status == OccupancyStatus.Occupied), Text: NotificationTexts.FormatCountOccupied),
        };
        var title = burst.Building.Length == 0
            ? NotificationTexts.FormatRoomsChangedNoBuilding(statuses.Count)
            : NotificationTexts.FormatRoomsChanged(statuses.Count, BidiText.Isolated(burst.Building));
        return new Toast(ToastKind.Info, title, string.Join(", ", counts.Where(one => one.Count > 0).Select(one => one.Text(one.Count))) + ".")
        {
            Icon = AppIcons.Rooms,
            MergeKey = $"building {burst.Building}",
            Replaces = [.. burst.News.Keys.Select(KeyOf)],
            ActionText = NotificationTexts.Show,
            ActionHref = "monitor" + (MonitorQuery.Default with { Building = burst.Building }).ToQueryString(),
        };
    }

    private static Toast Single(News news, CampusCalendar calendar, DateTime now)
    {
        var change = news.Latest;
        var room = change.Status.Room;
        var toast = BecameAvailable(change) ? Available(change, room, calendar, now) : Created(news, room, calendar, now);
        return toast with { MergeKey = KeyOf(room.Id), ActionHref = $"rooms/{room.Id}" };
    }

    private static Toast Available(RoomChange change, Room room, CampusCalendar calendar, DateTime now) => new(
        ToastKind.Success,
        NotificationTexts.FormatRoomAvailable(BidiText.Isolated(room.Name)),
        change.Status.FreeUntil is { } until
            ? NotificationTexts.FormatWatchedFreeUntil(ToastTimes.When(until, calendar, now))
            : NotificationTexts.WatchedFree)
    {
        ActionText = NotificationTexts.Book,
    };

    private static Toast Created(News news, Room room, CampusCalendar calendar, DateTime now)
    {
        var when = ToastTimes.When(news.Created[0].Slot, calendar, now);
        var isPending = news.Created[0].Status == ReservationStatus.Pending;
        return news.Created.Count == 1
            ? new Toast(ToastKind.Info, NotificationTexts.FormatNewReservation(BidiText.Isolated(room.Name)), isPending ? NotificationTexts.FormatWaitsForApproval(when) : $"{when}.")
            {
                Icon = AppIcons.NewReservation,
                ActionText = NotificationTexts.Show,
            }
            : new Toast(ToastKind.Info, NotificationTexts.FormatNewReservations(news.Created.Count, BidiText.Isolated(room.Name)), NotificationTexts.FormatFirstOfThem(when))
            {
                Icon = AppIcons.NewReservation,
                ActionText = NotificationTexts.Show,
            };
    }

    private Burst BurstOf(string building, DateTime now)
    {
        if (!_bursts.TryGetValue(building, out var burst) || now - burst.LastAt > Toast.UsualDuration)
        {
            _bursts[building] = burst = new Burst(building);
        }

        return burst;
    }

    /// <summary>What happened in a building without a pause.</summary>
    private sealed class Burst(string building)
    {
        public string Building { get; } = building;

        public Dictionary<int, News> News { get; } = [];

        public DateTime LastAt { get; private set; }

        public void Add(RoomChange change, DateTime now)
        {
            LastAt = now;
            if (!News.TryGetValue(change.RoomId, out var news))
            {
                News[change.RoomId] = news = new News();
            }

            news.Latest = change;
            if (change is { Action: ActivityAction.ReservationCreated, Reservation: { } facts })
            {
                news.Created.Add(facts);
            }
        }
    }

    private sealed class News
    {
        public RoomChange Latest { get; set; } = null!;

        /// <summary>New reservations of the burst, in the order of their making.</summary>
        public List<ReservationFacts> Created { get; } = [];
    }
}
