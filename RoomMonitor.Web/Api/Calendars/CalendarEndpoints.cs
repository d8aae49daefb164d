using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Series;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Caching;

namespace RoomMonitor.Web.Api.Calendars;

/// <summary>
/// Calendar files of a reservation and of a series: for the pages beside the room, by the cookie, and for programs under <c>/api</c>, by the token.
/// </summary>
internal static class CalendarEndpoints
{
    public static IServiceCollection AddCalendarFiles(this IServiceCollection services) => services.AddSingleton<CalendarFile>();

    public static void MapCalendarPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/rooms/{room:int}/reservations/{id:int}.ics", PageOfReservation).AllowAnonymous().ForAll(PublicDocumentKind.Read);
        app.MapGet("/rooms/{room:int}/series/{id:int}.ics", PageOfSeries).AllowAnonymous().ForAll(PublicDocumentKind.Read);
    }

    public static void MapCalendars(this IEndpointRouteBuilder api)
    {
        api.MapGet("reservations/{id:int}/calendar.ics", GetReservationCalendar)
            .AllowAnonymous()
            .ForAll(PublicDocumentKind.Read)
            .WithName("GetReservationCalendar")
            .WithTags("Reservations")
            .Produces<string>(StatusCodes.Status200OK, CalendarFile.ContentType)
            .Fails(StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound)
            .Example(StatusCodes.Status200OK, ApiExamples.Calendar);
        api.MapGet("series/{id:int}/calendar.ics", GetSeriesCalendar)
            .AllowAnonymous()
            .ForAll(PublicDocumentKind.Read)
            .WithName("GetSeriesCalendar")
            .WithTags("Series")
            .Produces<string>(StatusCodes.Status200OK, CalendarFile.ContentType)
            .Fails(StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound)
            .Example(StatusCodes.Status200OK, ApiExamples.Calendar);
    }

    /// <summary>One reservation as a calendar file (RFC 5545).</summary>
    /// <remarks>The purpose is shown to the owner and administrators, to others only where the campus publishes it.</remarks>
    internal static async Task<FileContentHttpResult> GetReservationCalendar(
        int id, ApiCaller caller, ReservationQueries reservations, CalendarFile calendar, CancellationToken cancellationToken) =>
        await reservations.FindAsync(id, cancellationToken) is { } row
            ? FileOf(calendar.Of([row], caller), $"reservation-{id}.ics")
            : throw new ReservationNotFoundException(id);

    /// <summary>A series as a calendar file (RFC 5545): an event for each occurrence, cancelled ones marked as such.</summary>
    /// <remarks>The purpose is shown to the owner and administrators, to others only where the campus publishes it.</remarks>
    internal static async Task<FileContentHttpResult> GetSeriesCalendar(
        int id, ApiCaller caller, SeriesQueries series, CalendarFile calendar, CancellationToken cancellationToken) =>
        await series.FindAsync(id, cancellationToken) is { } row
            ? FileOf(calendar.Of(row.Occurrences, caller), $"series-{id}.ics")
            : throw new SeriesNotFoundException(id);

    private static async Task<Results<FileContentHttpResult, NotFound>> PageOfReservation(
        int id, HttpContext context, ReservationQueries reservations, CalendarFile calendar, CancellationToken cancellationToken) =>
        await reservations.FindAsync(id, cancellationToken) is { } row
            ? FileOf(calendar.Of([row], ApiCaller.Of(context.User)), $"reservation-{id}.ics")
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> PageOfSeries(
        int id, HttpContext context, SeriesQueries series, CalendarFile calendar, CancellationToken cancellationToken) =>
        await series.FindAsync(id, cancellationToken) is { } row
            ? FileOf(calendar.Of(row.Occurrences, ApiCaller.Of(context.User)), $"series-{id}.ics")
            : TypedResults.NotFound();

    private static FileContentHttpResult FileOf(string text, string name) =>
        TypedResults.File(Encoding.UTF8.GetBytes(text), $"{CalendarFile.ContentType}; charset=utf-8", name);
}
