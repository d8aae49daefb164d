using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>The one place that decides what a screen learns of a reservation: purpose and organiser only where it may show them.</summary>
internal sealed class KioskViews(ReservationQueries queries, CampusCalendar calendar)
{
    public async Task<WireReservation> OfAsync(Reservation reservation, KioskDeviceView device, CancellationToken cancellationToken)
    {
        var row = (await queries.DescribeAsync([reservation], cancellationToken))[0];
        return MaySee(device, reservation.RoomId)
            ? WireReservation.Of(row.Reservation, row.Room, row.UserName, calendar)
            : WireReservation.Anonymous(ReservationFacts.Of(row.Reservation), row.Room, calendar) with { CheckedInAt = reservation.CheckedInAt };
    }

    public static bool MaySee(KioskDeviceView device, int roomId) => device.ShowsDetails && device.StandsFor(roomId);
}
