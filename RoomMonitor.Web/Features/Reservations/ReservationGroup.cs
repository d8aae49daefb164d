
namespace RoomMonitor.Web.Features.Reservations;

/// <summary>One entry of the list: a single reservation, or the next one of a series with those that follow it.</summary>
/// <param name="Rest">Of the same series, by start; empty for a single one.</param>
public sealed record ReservationGroup(OwnReservation First, IReadOnlyList<OwnReservation> Rest)
{
    /// <summary>Keeps the order of the first ones.</summary>
    public static IReadOnlyList<ReservationGroup> Of(IEnumerable<OwnReservation> reservations) =>
        [.. reservations
            .GroupBy(reservation => reservation.SeriesId is { } series ? (IsSeries: true, Id: series) : (IsSeries: false, reservation.Id))
            .Select(group => new ReservationGroup(group.First(), [.. group.Skip(1)]))];
}
