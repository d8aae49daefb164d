using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace RoomMonitor.Web.Api.Status;

/// <summary>Chooses a coding by what a client accepts (RFC 9110, 12.5.3).</summary>
internal static class ContentCodings
{
    /// <summary>Smallest first: of those that a client likes equally the earlier one is taken.</summary>
    private static readonly (ContentCoding Coding, string Name)[] _preferred = [(ContentCoding.Brotli, "br"), (ContentCoding.Gzip, "gzip")];

    /// <summary>The coding to use; null where the client refuses every one that there is.</summary>
    public static ContentCoding? Choose(StringValues acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var accepted) || accepted.Count == 0)
        {
            return ContentCoding.Identity;
        }

        var identity = Quality(accepted, "identity");
        ContentCoding? chosen = null;
        var best = 0.0;
        foreach (var (coding, name) in _preferred)
        {
            var quality = Quality(accepted, name) ?? 0;
            if (quality > best)
            {
                (chosen, best) = (coding, quality);
            }
        }

        // Identity is acceptable unless it is refused, and wins only where it is liked better.
        return chosen is null || IsNamed(accepted, "identity") && identity > best
            ? identity is 0 ? null : ContentCoding.Identity
            : chosen;
    }

    /// <summary>The same for a request, whose answer then says that it depends on this.</summary>
    public static ContentCoding? ChooseFor(HttpContext context)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        return Choose(context.Request.Headers.AcceptEncoding);
    }

    public static string? HeaderOf(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };

    /// <summary>What the client says about a coding, by its name or by the asterisk; null when nothing.</summary>
    private static double? Quality(IList<StringWithQualityHeaderValue> accepted, string name) =>
        Find(accepted, name) is { } named ? named.Quality ?? 1 : Find(accepted, "*") is { } any ? any.Quality ?? 1 : null;

    private static bool IsNamed(IList<StringWithQualityHeaderValue> accepted, string name) => Find(accepted, name) is not null;

    private static StringWithQualityHeaderValue? Find(IList<StringWithQualityHeaderValue> accepted, string name) =>
        accepted.FirstOrDefault(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
}
