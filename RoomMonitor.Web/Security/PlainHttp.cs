using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Security;

/// <summary>
/// Outside Development no password, token or screen's link is taken over plain http from another machine. Where https is known to be there, of this server
/// or of a trusted proxy, whoever comes without is sent to it.
/// </summary>
internal sealed class PlainHttp(
    IHostEnvironment environment, IOptions<SecurityOptions> options, IOptions<ProxyOptions> proxies, IConfiguration configuration, IServer server, SecurityLog log)
{
    /// <summary>The page that says why. It answers under the address that was asked for.</summary>
    public const string Page = "/account/needs-https";

    private const int UsualPort = 443;

    private static readonly PathString[] _pages = [SignInAddress.Path, KioskScheme.PairPath];

    private static readonly PathString[] _tokens = ["/api/auth/login", "/api/auth/token/refresh"];

    /// <summary>Load balancers ask over http, and don't follow.</summary>
    private static readonly PathString _health = "/health";

    /// <summary>Read with the first request, when the server listens.</summary>
    private readonly Lazy<int?> _ownPort = new(() => configuration.GetValue<int?>("https_port")
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse).FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttps)?.Port);

    private int _isTold;

    /// <summary>Whether cookies may go over http.</summary>
    public bool IsAllowed => environment.IsDevelopment() || options.Value.AllowPlainHttp;

    /// <summary>Whether a request came so that a password in it could have been read on the way.</summary>
    public bool IsRefused(HttpContext context) => !context.Request.IsHttps && !IsAllowed && !IsFromHere(context);

    public Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsRefused(context))
        {
            return next(context);
        }

        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey(HeaderNames.Upgrade) && !request.Path.StartsWithSegments(_health)
            && !HasToken(request)
            && FindHttpsPort(request) is { } port)
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(AddressOf(request, port), permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        }

        if (Array.Exists(_pages, page => request.Path.StartsWithSegments(page)))
        {
            // The body isn't read: the page is rendered in its place.
            Tell();
            (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, Page, QueryString.Empty);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return next(context);
    }

    /// <exception cref="ApiException">403: tokens are neither given nor taken over plain http.</exception>
    public Task GuardTokensAsync(HttpContext context, RequestDelegate next)
    {
        // A program with a token isn't led to https, as pages are: it would go on sending the token without, and nobody would notice.
        var isSecret = HasToken(context.Request) || Array.Exists(_tokens, path => context.Request.Path.StartsWithSegments(path));
        if (isSecret && IsRefused(context))
        {
            Tell();
            throw new ApiException(
                StatusCodes.Status403Forbidden, "Send this over https: over http anybody on the way can read it. Nothing was checked; take what was sent for known.");
        }

        return next(context);
    }

    /// <summary>The same address over https, at its usual port unless the server's own is known to be another one.</summary>
    public static string AddressOf(HttpRequest request, int port = UsualPort)
    {
        var host = port == UsualPort ? new HostString(request.Host.Host) : new HostString(request.Host.Host, port);
        return $"https://{host.ToUriComponent()}{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}";
    }

    /// <summary>By whom it was sent and what it was sent to, so that a proxy on this machine doesn't make everybody local.</summary>
    private static bool IsFromHere(HttpContext context)
    {
        var (request, remote) = (context.Request, context.Connection.RemoteIpAddress);
        var isLocalName = request.Host.Host is "localhost" || (IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        var isLocal = remote is null || IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote);
        return isLocalName && isLocal && !UntrustedProxies.IsForwarded(request);
    }

    private static bool HasToken(HttpRequest request) => !AccountSchemes.IsPage(request.Path) && request.Headers.Authorization.Count > 0;

    private int? FindHttpsPort(HttpRequest request)
    {
        if (proxies.Value.IsConfigured && request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalProtoHeaderName))
        {
            // A trusted proxy was asked over http: it has https at the usual place.
            return UsualPort;
        }

        return _ownPort.Value;
    }

    private void Tell()
    {
        if (Interlocked.Exchange(ref _isTold, 1) == 0)
        {
            log.PlainHttpRefused();
        }
    }
}
