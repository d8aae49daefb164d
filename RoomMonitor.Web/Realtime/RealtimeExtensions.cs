using System.Globalization;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Outbox;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Realtime;

public static class RealtimeExtensions
{
    /// <summary>The campus clock and calendar, for every command.</summary>
    public static WebApplicationBuilder AddCampusTime(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<CampusOptions>().BindConfiguration("Campus").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(provided => CampusCalendar.Of(provided.GetRequiredService<IOptions<CampusOptions>>().Value.TimeZone));
        builder.Services.AddKeyedSingleton<TimeProvider>(CampusTime.Key, (provided, _) => new CampusClock(
            provided.GetRequiredService<TimeProvider>(),
            StartAt(builder, provided.GetRequiredService<CampusCalendar>())));
        return builder;
    }

    /// <summary>Board, broadcaster, clock and the tail of the activity log, for the server.</summary>
    public static WebApplicationBuilder AddOccupancy(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RealtimeOptions>().BindConfiguration("Realtime").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<OccupancyBoard>();
        builder.Services.AddSingleton<OccupancyBroadcaster>();
        builder.Services.AddSingleton<OccupancyLoader>();
        builder.Services.AddSingleton<OccupancyTail>();
        builder.Services.AddSingleton<CommitHints>();
        builder.Services.AddSingleton<ICommitListener>(provided => provided.GetRequiredService<CommitHints>());
        builder.Services.AddHostedService(provided => provided.GetRequiredService<OccupancyTail>());
        builder.Services.AddHostedService<OccupancyClock>();
        return builder;
    }

    private static DateTimeOffset? StartAt(WebApplicationBuilder builder, CampusCalendar calendar)
    {
        if (builder.Configuration["Clock:StartAt"] is not { Length: > 0 } text)
        {
            return null;
        }

        if (!builder.Environment.IsDevelopment())
        {
            throw new ConfigurationException("Clock:StartAt is for Development only: a campus that people rely on lives in real time.");
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var start))
        {
            throw new ConfigurationException($"Clock:StartAt is \"{text}\", which is no time such as 2018-10-22T08:55.");
        }

        if (start.Kind == DateTimeKind.Unspecified && !calendar.TryToUtc(start, out start))
        {
            throw new ConfigurationException($"Clock:StartAt is \"{text}\", which the campus clock skips.");
        }

        return start;
    }
}
