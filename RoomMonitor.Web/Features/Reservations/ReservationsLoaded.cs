using System.Collections.Immutable;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>One's own reservations were read.</summary>
/// <param name="Query">For which page of past ones.</param>
public sealed record ReservationsLoaded(
    ReservationsQuery Query, ImmutableArray<OwnReservation> Current, ImmutableArray<OwnReservation> Past, int PastCount, OwnStatistics Statistics);
