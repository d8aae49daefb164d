using System.Diagnostics;
using System.Globalization;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Series;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Api;

/// <summary>
/// Whatever goes wrong under <c>/api</c> leaves as a problem document: exceptions, and statuses that came without a body (unknown route,
/// wrong method). Never a stack trace.
/// </summary>
internal sealed partial class ApiProblemMiddleware(RequestDelegate next, ReservationViews views, SeriesViews series, ILogger<ApiProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody reads an answer.
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await ApiProblems.WriteAsync(context, await DescribeAsync(context, exception));
            return;
        }

        var response = context.Response;
        if (!response.HasStarted && response.StatusCode >= StatusCodes.Status400BadRequest && response.ContentType is null && response.ContentLength is null or 0)
        {
            await ApiProblems.WriteAsync(context, ApiProblems.OfStatus(context));
        }
    }

    /// <summary>
    /// Where the path fits and the method doesn't, the router answers by an endpoint of its own. Nobody decided who may call that one, so
    /// authorisation would turn its 405 into a 401.
    /// </summary>
    private Task AnswerAsync(HttpContext context) =>
        context.GetEndpoint() is { RequestDelegate: { } answer } and not RouteEndpoint ? answer(context) : next(context);

    private async Task<WireProblem> DescribeAsync(HttpContext context, Exception exception)
    {
        if (exception is BookingLimitException burst)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(burst.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (exception is SlotTakenException taken)
        {
            var caller = await ApiCaller.OfAsync(context);
            return ApiProblems.Of(taken)! with { Conflicts = await views.OfAsync(taken.Conflicts, caller, context.RequestAborted) };
        }

        if (exception is SeriesConflictException conflict)
        {
            var occurrences = await series.OfAsync(conflict.Occurrences, await ApiCaller.OfAsync(context), context.RequestAborted);
            return ApiProblems.Of(conflict)! with
            {
                Conflicts = [.. occurrences.SelectMany(occurrence => occurrence.Conflicts).DistinctBy(reservation => reservation.Id)],
                Occurrences = occurrences,
            };
        }

        if (ApiProblems.Of(exception) is { } problem)
        {
            return problem;
        }

        var traceId = Activity.Current?.Id ?? context.TraceIdentifier;
        LogFailure(exception, context.Request.Method, context.Request.Path, traceId);
        var failure = ApiProblems.Of(StatusCodes.Status500InternalServerError, "Something went wrong on the server. Its log tells more under the trace id.");
        return failure with { TraceId = traceId };
    }

    [LoggerMessage(EventId = 310, Level = LogLevel.Error, Message = "{Method} {Path} failed ({TraceId})")]
    private partial void LogFailure(Exception exception, string method, string path, string traceId);
}
