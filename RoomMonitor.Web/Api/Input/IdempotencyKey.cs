using System.Reflection;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Api.Input;

/// <summary>
/// The header <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header), by which a request that is sent twice makes one thing only. The draft
/// writes it as a quoted string; most clients send it bare: both are taken.
/// </summary>
internal sealed record IdempotencyKey(string? Value) : IBindableFromHttpContext<IdempotencyKey>
{
    public const string Header = "Idempotency-Key";

    public static ValueTask<IdempotencyKey?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var values = context.Request.Headers[Header];
        return new(values.Count switch
        {
            0 => new IdempotencyKey((string?)null),
            1 when Unquoted(values[0]!.Trim()) is var key && IsValid(key) => new IdempotencyKey(key),
            _ => throw ApiException.Invalid(Header, $"Give one key of up to {Reservation.MaximumRequestKeyLength} visible ASCII characters."),
        });
    }

    private static string Unquoted(string text) => text is ['"', .. var inner, '"'] ? inner : text;

    private static bool IsValid(string key) =>
        key.Length is > 0 and <= Reservation.MaximumRequestKeyLength && key.All(character => character is > ' ' and <= '~');
}
