using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Api.Caching;

namespace RoomMonitor.Web.Api;

/// <summary>Recurring reservations.</summary>
internal static class SeriesEndpoints
{
    private const string Tag = "Series";

    public static void MapSeries(this IEndpointRouteBuilder api)
    {
        api.MapPost("series/preview/", Preview)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("PreviewSeries")
            .WithTags(Tag)
            .Takes(SeriesExamples.Request)
            .Example(StatusCodes.Status200OK, SeriesExamples.Preview);
        api.MapPost("series/", Create)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("CreateSeries")
            .WithTags(Tag)
            .Takes(SeriesExamples.Request)
            .TakesKey()
            .Fails(StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable)
            .Example(StatusCodes.Status201Created, SeriesExamples.Series);
        api.MapGet("series/{id:int}/", GetSeries)
            .AllowAnonymous()
            .ForAll(PublicDocumentKind.Read)
            .WithName("GetSeries")
            .WithTags(Tag)
            .Fails(StatusCodes.Status401Unauthorized, StatusCodes.Status404NotFound)
            .Example(StatusCodes.Status200OK, SeriesExamples.Anonymous);
        api.MapPatch("series/{id:int}/", Update)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("UpdateSeries")
            .WithTags(Tag)
            .Takes(SeriesExamples.Change)
            .Changes()
            .Example(StatusCodes.Status200OK, SeriesExamples.Changed);
        api.MapPost("series/{id:int}/cancel/", Cancel)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("CancelSeries")
            .WithTags(Tag)
            .Takes(SeriesExamples.Cancellation)
            .Changes()
            .Example(StatusCodes.Status200OK, SeriesExamples.Cancelled);
    }

    /// <summary>Lists the occurrences of a series that isn't booked yet, with what is in their way.</summary>
    /// <remarks>Takes what booking it takes. Nothing is saved, and nothing is held.</remarks>
    internal static async Task<Ok<WireSeriesPreview>> Preview(
        JsonFields fields, ApiCaller caller, SeriesService service, SeriesViews views, CampusCalendar calendar, CancellationToken cancellationToken)
    {
        var (draft, times) = SeriesInput.ReadDraft(fields, calendar);
        var preview = await times.NamingAsync(service.PreviewAsync(draft, cancellationToken));
        return TypedResults.Ok(new WireSeriesPreview
        {
            Recurrence = WireRecurrence.Of(preview.Rule),
            Rrule = preview.RuleText,
            CanBeBooked = preview.CanBeBooked,
            Occurrences = await views.OfAsync(preview.Occurrences, caller, cancellationToken),
        });
    }

    /// <summary>Books a room again and again: all occurrences, or none.</summary>
    /// <remarks>
    /// At most 200 occurrences, three years ahead, each at the same campus time: also after the clocks change, so that one may be an hour longer or
    /// shorter. Where something is in the way of some, nothing is booked, and the 409 lists them under `occurrences`: send it again with each of them
    /// under `skip` or `moves`. A time that the campus clock skips is in the way of its occurrence; one that it repeats is the earlier instant.
    /// </remarks>
    internal static async Task<Created<WireSeries>> Create(
        HttpContext context,
        JsonFields fields,
        IdempotencyKey key,
        ApiCaller caller,
        SeriesService service,
        SeriesViews views,
        CampusCalendar calendar,
        CancellationToken cancellationToken)
    {
        var (draft, times) = SeriesInput.ReadDraft(fields, calendar);
        var booked = await times.NamingAsync(service.CreateAsync(draft, caller.ToCaller(), cancellationToken, key.Value));
        return TypedResults.Created(
            $"{context.Request.PathBase}/api/series/{booked.Series.Id}/", await views.ReadAsync(booked.Series.Id, caller, cancellationToken));
    }

    /// <summary>One series with its occurrences.</summary>
    /// <remarks>Purpose and user are shown to the owner and administrators, to others only where the campus publishes them.</remarks>
    internal static async Task<Ok<WireSeries>> GetSeries(int id, ApiCaller caller, SeriesViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.ReadAsync(id, caller, cancellationToken));

    /// <summary>Changes one occurrence, it and the following ones, or all, of a series of one's own; as an administrator of anybody's.</summary>
    /// <remarks>
    /// What has begun stays. The following ones become a series of their own, which is the answer. An occurrence that was changed by itself keeps what it
    /// has of its own, and stands under `kept`. Everything is checked as when it is booked; here `skip` leaves occurrences where they are.
    /// </remarks>
    internal static async Task<Ok<WireSeries>> Update(
        int id, JsonFields fields, ApiCaller caller, SeriesService service, SeriesViews views, CampusCalendar calendar, CancellationToken cancellationToken)
    {
        var (target, patch) = SeriesInput.ReadChange(fields, calendar, await views.ReadAsync(id, caller, cancellationToken));
        var change = await ReservationTimes.OnTheCampusClock.NamingAsync(service.UpdateAsync(id, target, patch, caller.ToCaller(), cancellationToken));
        return TypedResults.Ok(await views.OfAsync(change, caller, cancellationToken));
    }

    /// <summary>Cancels one occurrence, it and the following ones, or all, of a series of one's own; as an administrator of anybody's.</summary>
    /// <remarks>What has begun stays. The series and its occurrences stay readable.</remarks>
    internal static async Task<Ok<WireSeries>> Cancel(
        int id, JsonFields fields, ApiCaller caller, SeriesService service, SeriesViews views, CancellationToken cancellationToken)
    {
        var target = SeriesInput.ReadCancellation(fields);
        return TypedResults.Ok(await views.OfAsync(await service.CancelAsync(id, target, caller.ToCaller(), cancellationToken), caller, cancellationToken));
    }
}
