using Microsoft.Extensions.Options;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Web.Api;

/// <summary>
/// The one place where REST decides who sees whose purpose and name: the owner and administrators always, everybody else only
/// with <see cref="PrivacyOptions.PublicDetails"/>.
/// </summary>
internal sealed class ReservationViews(ReservationQueries queries, CampusCalendar calendar, IOptionsMonitor<PrivacyOptions> privacy)
{
    public WireReservation Of(ReservationRow row, ApiCaller caller) =>
        (MaySee(row.Reservation.UserId, caller)
            ? WireReservation.Of(row.Reservation, row.Room, row.UserName, calendar)
            : WireReservation.Anonymous(ReservationFacts.Of(row.Reservation), row.Room, calendar)) with
        {
            SeriesId = row.Reservation.SeriesId,
        };

    public IReadOnlyList<WireReservation> Of(IReadOnlyList<ReservationRow> rows, ApiCaller caller) => [.. rows.Select(row => Of(row, caller))];

    public async Task<IReadOnlyList<WireReservation>> OfAsync(
        IReadOnlyList<Reservation> reservations, ApiCaller caller, CancellationToken cancellationToken) =>
        Of(await queries.DescribeAsync(reservations, cancellationToken), caller);

    public async Task<WireReservation> OfAsync(Reservation reservation, ApiCaller caller, CancellationToken cancellationToken) =>
        (await OfAsync([reservation], caller, cancellationToken))[0];

    /// <param name="ownerId">Null for what nobody owns.</param>
    public bool MaySee(int? ownerId, ApiCaller caller) =>
        caller.IsAdministrator
        || (caller.UserId is not null && caller.UserId == ownerId)
        || privacy.CurrentValue.PublicDetails;
}
