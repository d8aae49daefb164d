using Microsoft.Extensions.Caching.Memory;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Api.Status;

/// <summary>
/// Bodies for the status of all rooms, from memory alone. Each is used as long as it is of the board's present version and no minute
/// has passed in it, so that none contradicts a message that was pushed before.
/// </summary>
internal sealed class StatusResponses(OccupancyBroadcaster broadcaster, [FromKeyedServices(CampusTime.Key)] TimeProvider clock) : IDisposable
{
    /// <summary>Filters are many: what this holds is bounded.</summary>
    private const long CachedBytes = 64 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = CachedBytes });

    /// <summary>How many bodies have been made.</summary>
    public int Made { get; private set; }

    /// <summary>Filters whose bodies are held.</summary>
    public int Cached => _cache.Count;

    public StatusBody Get(StatusFilter filter)
    {
        var snapshot = broadcaster.PublishDue();
        if (Find(filter, snapshot) is { } body)
        {
            return body;
        }

        // One at a time: when a minute passes, many clients ask for the same body at once.
        lock (_gate)
        {
            return Find(filter, snapshot) ?? Make(filter, snapshot);
        }
    }

    public void Dispose() => _cache.Dispose();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private StatusBody? Find(StatusFilter filter, OccupancySnapshot snapshot) =>
        _cache.TryGetValue(filter, out StatusBody? body) && body!.IsCurrent(snapshot, Now) ? body : null;

    private StatusBody Make(StatusFilter filter, OccupancySnapshot snapshot)
    {
        var body = StatusBody.Of(snapshot, filter, Now);
        Made++;

        // Twice the plain length, for the compressed ones, and the key, which anybody may make long; the expiry only frees what nobody asks for any more.
        return _cache.Set(filter, body, new MemoryCacheEntryOptions
        {
            Size = (2 * body.Length) + (2 * (filter.Building?.Length ?? 0)) + 1_000,
            AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1),
        });
    }
}
