using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Api.Caching;

namespace RoomMonitor.Web.Api;

/// <summary>Reads reservations.</summary>
internal static class ReservationReadEndpoints
{
    /// <summary>The most that a list without pages tells.</summary>
    private const int MaximumListed = 500;

    public static void MapReservationReads(this IEndpointRouteBuilder api)
    {
        api.MapGet("reservations/", GetPage)
            .AllowAnonymous()
            .ForAll(PublicDocumentKind.Read)
            .WithName("ListReservations")
            .WithTags("Reservations")
            .Query("page", "Which page, from 1.", 1)
            .Query("page_size", $"How many a page holds: {ReservationPage.DefaultSize} when absent, at most {ReservationPage.MaximumSize}.", ReservationPage.DefaultSize)
            .Query("room_id", "Only those of this room.", 7)
            .Query("date", "Only those that overlap this campus day.", "2026-11-23", "date")
            .Query("from", "Only those that end after this instant.", "2026-11-23T09:00:00Z", "date-time")
            .Query("to", "Only those that start before this instant.", "2026-11-23T18:00:00Z", "date-time")
            .Query("status", "Only those of this status.", WireWords<ReservationStatus>.All)
            .Query("mine", "Only the caller's own.", true)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized)
            .Example(StatusCodes.Status200OK, ApiExamples.Page);
        api.MapGet("reservations/{id:int}/", GetReservation)
            .AllowAnonymous()
            .WithName("GetReservation")
            .WithTags("Reservations")
            .Fails(StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound)
            .Example(StatusCodes.Status200OK, ApiExamples.Anonymous);
        api.MapGet("reservations/user/{id:int}/", GetOfUser)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("ListReservationsOfUser")
            .WithTags("Reservations")
            .Fails(StatusCodes.Status403Forbidden)
            .Example(StatusCodes.Status200OK, new[] { ApiExamples.Reservation });
        api.MapGet("reservations/upcoming/", GetUpcoming)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("ListUpcomingReservations")
            .WithTags("Reservations")
            .Example(StatusCodes.Status200OK, ApiExamples.Upcoming);
    }

    /// <summary>Reservations by start, page by page.</summary>
    /// <remarks>Purpose and user are shown to the owner and administrators, to others only where the campus publishes them.</remarks>
    internal static async Task<Ok<WireReservationPage>> GetPage(
        HttpRequest request,
        QueryFields query,
        ApiCaller caller,
        ReservationQueries reservations,
        ReservationViews views,
        CampusCalendar calendar,
        CancellationToken cancellationToken)
    {
        var page = ReservationPage.Read(query);
        var filter = ReadFilter(query, caller, calendar);
        var (count, rows) = await reservations.PageAsync(filter, page.Skip, page.Size, cancellationToken);
        return TypedResults.Ok(new WireReservationPage
        {
            Count = count,
            Next = page.NextOf(request, count),
            Previous = page.PreviousOf(request),
            Results = views.Of(rows, caller),
        });
    }

    /// <summary>One reservation.</summary>
    /// <remarks>Purpose and user are shown to the owner and administrators, to others only where the campus publishes them.</remarks>
    internal static async Task<Ok<WireReservation>> GetReservation(
        int id, ApiCaller caller, ReservationQueries reservations, ReservationViews views, CancellationToken cancellationToken) =>
        await reservations.FindAsync(id, cancellationToken) is { } row
            ? TypedResults.Ok(views.Of(row, caller))
            : throw new ReservationNotFoundException(id);

    /// <summary>The reservations of one user, latest start first, at most 500.</summary>
    internal static async Task<Ok<IReadOnlyList<WireReservation>>> GetOfUser(
        int id, ApiCaller caller, ReservationQueries reservations, ReservationViews views, CancellationToken cancellationToken) =>
        caller.IsAdministrator || caller.UserId == id
            ? TypedResults.Ok(views.Of(await reservations.OfUserAsync(id, MaximumListed, cancellationToken), caller))
            : throw new NotAllowedException("Only that user or an administrator can list these reservations.");

    /// <summary>What the caller has ahead: reservations that have not begun, cancelled ones left out, next first, at most 500.</summary>
    internal static async Task<Ok<WireUpcoming>> GetUpcoming(
        ApiCaller caller,
        ReservationQueries reservations,
        ReservationViews views,
        [FromKeyedServices(CampusTime.Key)] TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await reservations.UpcomingAsync(caller.RequireUserId(), now, MaximumListed, cancellationToken);
        return TypedResults.Ok(new WireUpcoming(rows.Count, [.. views.Of(rows, caller).Select(reservation => reservation with
        {
            TimeUntilStart = Spans.Minutes(reservation.Start - now),
            CountdownText = Spans.Until(reservation.Start - now),
        })]));
    }

    private static ReservationFilter ReadFilter(QueryFields query, ApiCaller caller, CampusCalendar calendar)
    {
        var day = query.Day("date", calendar);
        var (from, to) = (query.Instant("from"), query.Instant("to"));
        var mine = query.Flag("mine");
        var (roomId, status) = (query.Number("room_id"), query.Word<ReservationStatus>("status"));
        if (to <= from)
        {
            query.Refuse("to", "This must be after from.");
        }

        query.ThrowIfRefused();
        return new ReservationFilter
        {
            RoomId = roomId,
            Status = status,
            UserId = mine ? caller.RequireUserId() : null,
            From = day is { } start && !(from > start.Start) ? start.Start : from,
            To = day is { } end && !(to < end.End) ? end.End : to,
        };
    }
}
