using System.Globalization;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using RoomMonitor.Data.Activity;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Api.Caching;

/// <summary>
/// What a public document depends on, and who gets none. Whoever brings anything that could make him somebody (a session, a token, a screen's cookie) is
/// answered by himself, whether it counts or not. A page that reads another cookie or header has to name it here.
/// </summary>
internal sealed class PublicDocumentKeys(
    OccupancyBroadcaster board,
    ActivityQueries activity,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock,
    IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    /// <summary>Of SQL Server's ids an earlier one may be committed later: then it is another row of the newest ones.</summary>
    private const int NewestEntries = 32;

    /// <summary>What screens read of their address. Others would let anybody have the same page made again and again.</summary>
    private static readonly string[] _screenKeys = ["theme", "eink", "lang", "building", "floor"];

    private readonly string _session = cookies.Get(IdentityConstants.ApplicationScheme).Cookie.Name!;

    /// <summary>Null where the answer is nobody else's.</summary>
    public async ValueTask<PublicDocumentKey?> FindAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PublicDocumentAttribute>() is not { } metadata || !IsAnybody(context))
        {
            return null;
        }

        var request = context.Request;
        List<string?> parts =
        [
            metadata.Kind.ToString(), request.Scheme, request.Host.ToUriComponent(), request.PathBase.ToUriComponent(), request.Path.ToUriComponent(),
            CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name,

            // The page of missing pages may be asked for by its own address too.
            Invariant(context.Response.StatusCode),

            // What the board says, in this second: clocks and countdowns stand in pages.
            Invariant(board.PublishDue().Version), clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ];
        parts.AddRange(metadata.Kind switch
        {
            PublicDocumentKind.Page => PageParts(request),
            PublicDocumentKind.Screen => _screenKeys.Select(name => Escaped(request.Query[name])),
            _ => [request.QueryString.ToUriComponent(), await NewestAsync(context)],
        });
        return new(metadata.Kind, string.Join('\n', parts));
    }

    private static IEnumerable<string?> PageParts(HttpRequest request)
    {
        // Links of a page lead back to its whole address.
        yield return request.QueryString.ToUriComponent();
        var theme = ThemeChoice.FromCookie(request.Cookies[ThemeChoice.CookieName]);
        yield return theme.Choice;
        yield return theme.Scheme;
        yield return request.Cookies.ContainsKey(FirstVisit.CookieName) ? "seen" : "new";
    }

    private bool IsAnybody(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsGet(request.Method)
            && context.User.Identity?.IsAuthenticated != true
            && request.Headers.Authorization.Count == 0
            && !request.Cookies.Keys.Any(name => name.StartsWith(_session, StringComparison.OrdinalIgnoreCase))
            && KioskScheme.TokenOf(request) is null
            && context.Features.Get<StaleForm>() is null
            && !request.Headers.Accept.ToString().Contains("blazor-enhanced-nav", StringComparison.OrdinalIgnoreCase)
            && request.Headers.Range.Count == 0;
    }

    /// <summary>
    /// From the database, with each request: what a program was told is done is in what it reads next, of whichever server.
    /// </summary>
    private async Task<string> NewestAsync(HttpContext context) =>
        string.Join(',', await activity.NewestIdsAsync(NewestEntries, context.RequestAborted));

    private static string Escaped(StringValues values) => string.Join('&', values.Select(value => Uri.EscapeDataString(value ?? "")));

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
