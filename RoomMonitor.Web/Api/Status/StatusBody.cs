using System.Text.Json;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Api.Status;

/// <summary>The statuses of some rooms as they leave.</summary>
internal sealed class StatusBody
{
    /// <summary>Also where no minute passes: heals what a stepped clock would keep.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    private readonly long _version;
    private readonly DateTime _madeAt;
    private readonly DateTime _validUntil;

    private StatusBody(CodedBody body, long version, DateTime madeAt, DateTime validUntil)
    {
        Body = body;
        _version = version;
        _madeAt = madeAt;
        _validUntil = validUntil;
    }

    public CodedBody Body { get; }

    public int Length => Body.Length;

    public static StatusBody Of(OccupancySnapshot snapshot, StatusFilter filter, DateTime now)
    {
        var validUntil = now + _longest;
        var statuses = new List<WireRoomStatus>(snapshot.Rooms.Count);
        foreach (var room in snapshot.Rooms.Where(room => filter.Matches(room.Room)))
        {
            var status = snapshot.StatusAt(room, now);
            if (filter.Matches(status))
            {
                statuses.Add(WireRoomStatus.Of(status));
                var boundary = NextMinuteOf(status);
                validUntil = boundary < validUntil ? boundary.Value : validUntil;
            }
        }

        return new(new CodedBody(JsonSerializer.SerializeToUtf8Bytes(statuses, WireJson.Options)), snapshot.Version, now, validUntil);
    }

    /// <summary>Whether nothing has changed since, not even a minute.</summary>
    public bool IsCurrent(OccupancySnapshot snapshot, DateTime now) =>
        snapshot.Version == _version && now >= _madeAt && now < _validUntil;

    /// <summary>When <c>time_until_free</c>, minutes rounded up, counts one down.</summary>
    private static DateTime? NextMinuteOf(RoomStatus status) =>
        status is { NextAvailableAt: { } freeAt, TimeUntilFree: { } minutes } ? freeAt.AddMinutes(1 - minutes) : null;
}
