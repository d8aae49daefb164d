using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Kiosks.Fleet;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>
/// What a screen does for whoever stands before it. Of everybody's reservations, but only of those of its rooms, and nothing where somebody
/// approves them. The activity log tells the screen's name.
/// </summary>
internal static class KioskActEndpoints
{
    public static void MapKioskActs(this IEndpointRouteBuilder device)
    {
        var acts = device.MapGroup("").RequireRateLimiting(KioskScheme.ActsLimit);
        acts.MapPost("book/", Book);
        acts.MapPost("check-in/", CheckIn);
        acts.MapPost("extend/", Extend);
        acts.MapPost("end/", End);
    }

    internal static async Task<Created<WireReservation>> Book(
        HttpContext context, JsonFields fields, ReservationService service, KioskViews views, CancellationToken cancellationToken)
    {
        var (roomId, length, key) = KioskInput.ReadBooking(fields);
        var device = Acting(context);
        var reservation = await service.BookNowAsync(
            roomId, length, new ReservationDetails(PurposeFor(context.Request), Attendees: 1), CallerOf(device), key, cancellationToken);
        return TypedResults.Created((string?)null, await views.OfAsync(reservation, device, cancellationToken));
    }

    internal static async Task<Ok<WireReservation>> CheckIn(
        HttpContext context, JsonFields fields, ReservationService service, KioskViews views, CancellationToken cancellationToken)
    {
        var id = KioskInput.ReadReservation(fields);
        var device = Acting(context);
        return TypedResults.Ok(await views.OfAsync(await service.CheckInAsync(id, CallerOf(device), cancellationToken), device, cancellationToken));
    }

    internal static async Task<Ok<WireReservation>> Extend(
        HttpContext context, JsonFields fields, ReservationService service, KioskViews views, CancellationToken cancellationToken)
    {
        var (id, by) = KioskInput.ReadExtension(fields);
        var device = Acting(context);
        return TypedResults.Ok(await views.OfAsync(await service.ExtendAsync(id, by, CallerOf(device), cancellationToken), device, cancellationToken));
    }

    internal static async Task<Ok<WireReservation>> End(
        HttpContext context, JsonFields fields, ReservationService service, KioskViews views, CancellationToken cancellationToken)
    {
        var id = KioskInput.ReadReservation(fields);
        var device = Acting(context);
        return TypedResults.Ok(await views.OfAsync(await service.EndEarlyAsync(id, CallerOf(device), cancellationToken), device, cancellationToken));
    }

    private static KioskDeviceView Acting(HttpContext context)
    {
        var device = KioskDevices.Current(context) ?? throw new InvalidOperationException("The policy lets only screens in.");
        return device.MayBook ? device : throw new ApiException(StatusCodes.Status403Forbidden, "This screen only shows.");
    }

    private static Caller CallerOf(KioskDeviceView device) => Caller.OfKiosk(new KioskAccess(device.Id, device.RoomIds), device.Name);

    /// <summary>In the screen's language: these routes have none of their own.</summary>
    private static string PurposeFor(HttpRequest request)
    {
        CultureInfo.CurrentUICulture = PageLanguages.Choose(null, request.GetTypedHeaders().AcceptLanguage);
        return KioskAdminTexts.BookedAtTheDoor;
    }
}
