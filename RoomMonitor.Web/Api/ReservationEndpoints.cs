using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Input;

namespace RoomMonitor.Web.Api;

/// <summary>Changes reservations. When an answer leaves, this server's screens and status have the change.</summary>
internal static class ReservationEndpoints
{
    public static void MapReservationChanges(this IEndpointRouteBuilder api)
    {
        api.MapPost("reservations/", Create)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("CreateReservation")
            .WithTags("Reservations")
            .Takes(ApiExamples.Booking)
            .TakesKey()
            .Fails(StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable)
            .Example(StatusCodes.Status201Created, ApiExamples.Reservation);
        api.MapPatch("reservations/{id:int}/", Update)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("UpdateReservation")
            .WithTags("Reservations")
            .Takes(ApiExamples.Change)
            .Changes()
            .Example(StatusCodes.Status200OK, ApiExamples.Reservation);
        api.MapPost("reservations/{id:int}/confirm/", Confirm)
            .RequireAuthorization(AccountPolicies.ApiAdministrator)
            .WithName("ConfirmReservation")
            .WithTags("Reservations")
            .Fails(StatusCodes.Status400BadRequest)
            .Changes()
            .Example(StatusCodes.Status200OK, ApiExamples.Reservation);
        api.MapPost("reservations/confirm/", ConfirmNamed)
            .RequireAuthorization(AccountPolicies.ApiAdministrator)
            .WithName("ConfirmNamedReservation")
            .WithTags("Reservations")
            .Takes(new WireConfirmRequest(ApiExamples.Reservation.Id))
            .Changes()
            .Example(StatusCodes.Status200OK, ApiExamples.Reservation);
        api.MapPost("reservations/{id:int}/cancel/", Cancel)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("CancelReservation")
            .WithTags("Reservations")
            .Fails(StatusCodes.Status400BadRequest)
            .Changes()
            .Example(StatusCodes.Status200OK, ApiExamples.Cancelled);
        api.MapPost("reservations/cancel/", CancelAll)
            .RequireAuthorization(AccountPolicies.ApiAdministrator)
            .WithName("CancelReservationsOf")
            .WithTags("Reservations")
            .Takes(ApiExamples.CancelAll)
            .Changes()
            .Example(StatusCodes.Status200OK, ApiExamples.CancelledAll);
        api.MapPost("reservations/{id:int}/end/", End)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("EndReservation")
            .WithTags("Reservations")
            .Fails(StatusCodes.Status400BadRequest)
            .Changes()
            .Example(StatusCodes.Status200OK, ApiExamples.EndedEarly);
        api.MapDelete("reservations/{id:int}/", Delete)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("DeleteReservation")
            .WithTags("Reservations")
            .Changes();
    }

    internal static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint) => endpoint.Fails(
        StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Books a room.</summary>
    /// <remarks>
    /// Confirmed at once, or pending where the room requires approval. It may start in the running minute, not earlier. Sent again with the same
    /// `Idempotency-Key` it books nothing more, and answers with what it booked before.
    /// </remarks>
    internal static async Task<Created<WireReservation>> Create(
        HttpContext context,
        JsonFields fields,
        IdempotencyKey key,
        ApiCaller caller,
        ReservationService service,
        ReservationViews views,
        CampusCalendar calendar,
        CancellationToken cancellationToken)
    {
        var (draft, times) = ReservationInput.ReadDraft(fields, calendar);
        var reservation = await times.NamingAsync(service.CreateAsync(draft, caller.ToCaller(), cancellationToken, key.Value));
        return TypedResults.Created(
            $"{context.Request.PathBase}/api/reservations/{reservation.Id}/", await views.OfAsync(reservation, caller, cancellationToken));
    }

    /// <summary>Changes a reservation of one's own, or anybody's as an administrator.</summary>
    /// <remarks>Checked like a new one. What isn't named stays as it is; a field that can't be changed here is a 400, unless it says what is there already. Another room or time, or more people, have to be approved again where the room requires it.</remarks>
    internal static async Task<Ok<WireReservation>> Update(
        int id,
        JsonFields fields,
        ApiCaller caller,
        ReservationService service,
        ReservationQueries reservations,
        ReservationViews views,
        CampusCalendar calendar,
        CancellationToken cancellationToken)
    {
        var current = await reservations.FindAsync(id, cancellationToken) ?? throw new ReservationNotFoundException(id);
        var (patch, times) = ReservationInput.ReadPatch(fields, calendar, views.Of(current, caller));
        var reservation = await times.NamingAsync(service.UpdateAsync(id, patch, caller.ToCaller(), cancellationToken));
        return TypedResults.Ok(await views.OfAsync(reservation, caller, cancellationToken));
    }

    /// <summary>Confirms a pending reservation.</summary>
    internal static Task<Ok<WireReservation>> Confirm(
        int id, NoFields _, ApiCaller caller, ReservationService service, ReservationViews views, CancellationToken cancellationToken) =>
        ConfirmAsync(id, caller, service, views, cancellationToken);

    /// <summary>Confirms the pending reservation that the body names.</summary>
    internal static async Task<Ok<WireReservation>> ConfirmNamed(
        JsonFields fields, ApiCaller caller, ReservationService service, ReservationViews views, CancellationToken cancellationToken)
    {
        fields.Require("id");
        var id = fields.Number("id");
        if (fields.Word<ReservationStatus>("status") is { } status and not ReservationStatus.Confirmed)
        {
            fields.Refuse("status", $"This route confirms; POST /api/reservations/{id}/cancel/ cancels.");
        }

        fields.ThrowIfRefused();
        return await ConfirmAsync(id!.Value, caller, service, views, cancellationToken);
    }

    /// <summary>Cancels a reservation of one's own, or anybody's as an administrator. It stays readable.</summary>
    internal static async Task<Ok<WireReservation>> Cancel(
        int id, NoFields _, ApiCaller caller, ReservationService service, ReservationViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.OfAsync(await service.CancelAsync(id, caller.ToCaller(), cancellationToken), caller, cancellationToken));

    /// <summary>Cancels all reservations of a user that begin in a period, as administrator: after a burst of bookings, or when somebody leaves.</summary>
    /// <remarks>All or none of those that aren't over. They stay readable.</remarks>
    internal static async Task<Ok<WireCancelledAll>> CancelAll(
        JsonFields fields, ApiCaller caller, ReservationService service, CancellationToken cancellationToken)
    {
        fields.Require("user_id");
        fields.Require("from");
        fields.Require("to");
        var (userId, from, to) = (fields.Number("user_id"), fields.Instant("from"), fields.Instant("to"));
        if (to <= from)
        {
            fields.Refuse("to", "The period ends after it begins.");
        }

        fields.ThrowIfRefused();
        var cancelled = await service.CancelAllAsync(userId!.Value, new TimeSlot(from!.Value, to!.Value), caller.ToCaller(), cancellationToken);
        return TypedResults.Ok(new WireCancelledAll(cancelled.Count, [.. cancelled.Select(reservation => reservation.Id)]));
    }

    /// <summary>Ends a running reservation of one's own, or anybody's as an administrator, now.</summary>
    /// <remarks>
    /// It ends at the beginning of the running minute: the room is free at once. One that began in this very minute is cancelled instead,
    /// and one that hasn't begun is a 409.
    /// </remarks>
    internal static async Task<Ok<WireReservation>> End(
        int id, NoFields _, ApiCaller caller, ReservationService service, ReservationViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.OfAsync(await service.EndEarlyAsync(id, caller.ToCaller(), cancellationToken), caller, cancellationToken));

    /// <summary>Deletes a reservation of one's own, or anybody's as an administrator. The activity log keeps it.</summary>
    internal static async Task<NoContent> Delete(int id, ApiCaller caller, ReservationService service, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(id, caller.ToCaller(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<WireReservation>> ConfirmAsync(
        int id, ApiCaller caller, ReservationService service, ReservationViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.OfAsync(await service.ConfirmAsync(id, caller.ToCaller(), cancellationToken), caller, cancellationToken));
}
