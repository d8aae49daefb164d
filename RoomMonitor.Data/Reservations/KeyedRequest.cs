using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Reservations;

/// <summary>
/// A request under a key, by which asking twice makes one thing only (draft-ietf-httpapi-idempotency-key-header): the same user and key get
/// what was made before.
/// </summary>
/// <param name="UserId">Null for a screen, whose keys carry its id.</param>
/// <param name="Digest">Of what was asked for, however it was spelled.</param>
internal sealed record KeyedRequest(string Key, int? UserId, string Digest)
{
    /// <summary>SHA-256 in hexadecimal.</summary>
    public const int DigestLength = 64;

    /// <exception cref="ArgumentException">A key that can't be, or a caller with neither an account nor a registered screen.</exception>
    public static KeyedRequest Of<T>(string key, Caller caller, T draft)
    {
        var own = caller.Kiosk is { } kiosk ? string.Create(CultureInfo.InvariantCulture, $"kiosk-{kiosk.DeviceId}-{key}") : key;
        var isPossible = own.Length is > 0 and <= Reservation.MaximumRequestKeyLength && own.All(character => character is > ' ' and <= '~');
        if (!isPossible || (caller.Actor.UserId is null && caller.Kiosk is null))
        {
            throw new ArgumentException($"A request key has up to {Reservation.MaximumRequestKeyLength} visible ASCII characters, and belongs to a user or a screen.", nameof(key));
        }

        return new(own, caller.Actor.UserId, Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(draft))));
    }

    public async Task<Reservation?> MadeBeforeAsync(IQueryable<Reservation> reservations, CancellationToken cancellationToken)
    {
        var made = await reservations.AsNoTracking().SingleOrDefaultAsync(r => r.UserId == UserId && r.RequestKey == Key, cancellationToken);
        RequireSame(made is null, made?.RequestDigest, made);
        return made;
    }

    public async Task<ReservationSeries?> MadeBeforeAsync(IQueryable<ReservationSeries> series, CancellationToken cancellationToken)
    {
        var made = await series.AsNoTracking().SingleOrDefaultAsync(s => s.UserId == UserId && s.RequestKey == Key, cancellationToken);
        RequireSame(made is null, made?.RequestDigest);
        return made;
    }

    private void RequireSame(bool isNew, string? digest, Reservation? reservation = null)
    {
        if (!isNew && digest != Digest)
        {
            throw new RequestKeyException(reservation);
        }
    }
}
