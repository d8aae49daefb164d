using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Wire;

namespace RoomMonitor.Web.Api.Status;

/// <summary>The statuses of some rooms as they leave: each coding made once, by whoever first wants it.</summary>
internal sealed class StatusBody
{
    /// <summary>Also where no minute passes: heals what a stepped clock would keep.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    private readonly byte[] _json;
    private readonly Lazy<byte[]> _gzip;
    private readonly Lazy<byte[]> _brotli;
    private readonly string _hash;
    private readonly long _version;
    private readonly DateTime _madeAt;
    private readonly DateTime _validUntil;

    private StatusBody(byte[] json, long version, DateTime madeAt, DateTime validUntil)
    {
        _json = json;
        _version = version;
        _madeAt = madeAt;
        _validUntil = validUntil;
        _hash = Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 16));
        _gzip = new(() => Compress(json, output => new GZipStream(output, CompressionLevel.Optimal)));
        _brotli = new(() => Compress(json, output => new BrotliStream(output, CompressionLevel.Optimal)));
    }

    public int Length => _json.Length;

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

        return new(JsonSerializer.SerializeToUtf8Bytes(statuses, WireJson.Options), snapshot.Version, now, validUntil);
    }

    /// <summary>Whether nothing has changed since, not even a minute.</summary>
    public bool IsCurrent(OccupancySnapshot snapshot, DateTime now) =>
        snapshot.Version == _version && now >= _madeAt && now < _validUntil;

    public ReadOnlyMemory<byte> In(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => _brotli.Value,
        ContentCoding.Gzip => _gzip.Value,
        _ => _json,
    };

    /// <summary>Strong, and another one for each coding: the bytes differ.</summary>
    public string ETagOf(ContentCoding coding) =>
        ContentCodings.HeaderOf(coding) is { } name ? $"\"{_hash}-{name}\"" : $"\"{_hash}\"";

    /// <summary>When <c>time_until_free</c>, minutes rounded up, counts one down.</summary>
    private static DateTime? NextMinuteOf(RoomStatus status) =>
        status is { NextAvailableAt: { } freeAt, TimeUntilFree: { } minutes } ? freeAt.AddMinutes(1 - minutes) : null;

    private static byte[] Compress(byte[] json, Func<Stream, Stream> compressor)
    {
        using var output = new MemoryStream();
        using (var stream = compressor(output))
        {
            stream.Write(json);
        }

        return output.ToArray();
    }
}
