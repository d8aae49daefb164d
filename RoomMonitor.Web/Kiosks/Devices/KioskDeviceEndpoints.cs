using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Kiosks.Screens;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>What a screen asks and tells about itself.</summary>
internal static class KioskDeviceEndpoints
{
    /// <summary>Milliseconds after which a browser whose event stream broke asks for it again: not all at once when a server was started anew.</summary>
    private static string Retry => string.Create(CultureInfo.InvariantCulture, $"retry: {Random.Shared.Next(3_000, 8_000)}\n\n");

    public static void MapKioskDevice(this IEndpointRouteBuilder device)
    {
        device.MapGet("", GetDevice);
        device.MapGet("schedule/", GetSchedule);
        device.MapPost("report/", Report);
        device.MapGet("events/", GetEvents);
    }

    internal static Ok<WireKioskDevice> GetDevice(
        HttpContext context, CampusCalendar calendar, [FromKeyedServices(CampusTime.Key)] TimeProvider clock) =>
        TypedResults.Ok(WireKioskDevice.Of(KioskDevices.Current(context)!, calendar.TimeZone.Id, clock.GetUtcNow().UtcDateTime));

    internal static async Task<Ok<WireSchedule>> GetSchedule(
        HttpContext context, QueryFields query, KioskSchedules schedules, CancellationToken cancellationToken)
    {
        var roomId = query.Number("room_id");
        if (roomId is null)
        {
            query.Refuse("room_id", "This is required.");
        }

        query.ThrowIfRefused();
        var device = KioskDevices.Current(context)!;
        return device.StandsFor(roomId!.Value)
            ? TypedResults.Ok(await schedules.OfAsync(roomId.Value, device, cancellationToken))
            : throw new ApiException(StatusCodes.Status403Forbidden, "This screen stands for another room.");
    }

    internal static NoContent Report(HttpContext context, JsonFields fields, KioskFleet fleet, TimeProvider time)
    {
        fleet.Report(KioskDevices.Current(context)!.Id, KioskInput.ReadReport(fields, time.GetUtcNow().UtcDateTime));
        KioskScheme.SetToken(context, KioskScheme.TokenOf(context.Request)!);
        return TypedResults.NoContent();
    }

    /// <summary>
    /// Server-sent events, written by hand: the framework's result writes no comments, which proxies need and pages don't have to know of.
    /// </summary>
    internal static async Task GetEvents(HttpContext context, KioskFleet fleet, IHostApplicationLifetime lifetime)
    {
        if (fleet.Open(KioskDevices.TokenHashOf(context)) is not { } stream)
        {
            // Revoked in this very moment.
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        // A server that stops waits for nobody who only listens.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            var response = context.Response;
            response.ContentType = "text/event-stream";
            response.Headers.CacheControl = "no-store";
            response.Headers["X-Accel-Buffering"] = "no";
            context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
            // What it stands for may have changed while it didn't listen.
            await WriteAsync(response, Retry + KioskEvent.Placed(KioskDevices.Current(context)!.Placement).Text, ended.Token);
            await foreach (var happened in stream.ReadAsync(ended.Token))
            {
                await WriteAsync(response, happened.Text, ended.Token);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The screen has gone, or the server goes.
        }
        finally
        {
            fleet.Close(stream);
        }
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
