using System.Collections.Immutable;
using Fluxor;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>The reservations of this circuit's user, as last read.</summary>
[FeatureState]
public sealed record ReservationsState
{
    /// <summary>How many stand on a page.</summary>
    public const int PageSize = 20;

    private ReservationsState()
    {
    }

    /// <summary>What the page asks for; null while no page does.</summary>
    public ReservationsQuery? Query { get; init; }

    /// <summary>Something is being read: what is known may be about to change.</summary>
    public bool IsReading { get; init; }

    /// <summary>False until the first answer.</summary>
    public bool IsLoaded { get; init; }

    /// <summary>The last reading failed.</summary>
    public bool HasFailed { get; init; }

    /// <summary>Running and ahead, pending ones too, next first; at most <see cref="ReservationsEffects.MaximumCurrent"/>.</summary>
    public ImmutableArray<OwnReservation> Current { get; init; } = [];

    /// <summary>The page of past ones that was asked for, latest first.</summary>
    public ImmutableArray<OwnReservation> Past { get; init; } = [];

    public int PastCount { get; init; }

    public OwnStatistics Statistics { get; init; } = OwnStatistics.Nothing;

    /// <summary>The change that is under way, or was refused last; null where there is none.</summary>
    public ReservationChange? Change { get; init; }

    public IEnumerable<OwnReservation> Upcoming => Current.Where(reservation => reservation.Status == ReservationStatus.Confirmed);

    public IEnumerable<OwnReservation> Pending => Current.Where(reservation => reservation.Status == ReservationStatus.Pending);

    /// <summary>How many a change of a series is about: those of them that have not begun. Null where not all are known.</summary>
    public int? CountOf(OwnReservation reservation, SeriesScope scope, DateTime now) =>
        scope == SeriesScope.This ? 1
        : Current.Length >= ReservationsEffects.MaximumCurrent ? null
        : Current.Count(one => one.SeriesId == reservation.SeriesId && one.Slot.Start > now
            && (scope == SeriesScope.All || one.OriginalStart >= reservation.OriginalStart));

    public bool Knows(int id) => Current.Any(reservation => reservation.Id == id) || Past.Any(reservation => reservation.Id == id);
}
