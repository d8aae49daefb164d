using RoomMonitor.Data.Reservations;

namespace RoomMonitor.Web.Features.Activity;

/// <summary>Tells administrators, in the log and on their open pages, of who meets the limit of bookings: once within an hour for each person.</summary>
internal sealed partial class BookingAlerts(BookingLimit limit, TimeProvider time, ILogger<BookingAlerts> logger) : IHostedService
{
    private static readonly TimeSpan _pause = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, long> _told = [];

    /// <summary>Somebody has met it. On the thread of that person's request.</summary>
    public event Action<BookingLimitException>? Raised;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        limit.Reached += Tell;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        limit.Reached -= Tell;
        return Task.CompletedTask;
    }

    private void Tell(BookingLimitException reached)
    {
        if (reached.Actor.UserId is { } userId && IsNews(userId))
        {
            LogReached(userId, reached.Limit);
            Raised?.Invoke(reached);
        }
    }

    private bool IsNews(int userId)
    {
        lock (_gate)
        {
            var isNews = !_told.TryGetValue(userId, out var last) || time.GetElapsedTime(last) >= _pause;
            if (isNews)
            {
                _told[userId] = time.GetTimestamp();
            }

            return isNews;
        }
    }

    [LoggerMessage(EventId = 410, Level = LogLevel.Warning, Message = "User {UserId} has booked {Limit} times within an hour; further bookings are refused (Booking:MostPerHour)")]
    private partial void LogReached(int userId, int limit);
}
