using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Accounts;

/// <summary>Who may call what is decided at each endpoint and each page. Opening one to everybody means adding it here.</summary>
public sealed class EndpointAuthorizationTests : IAsyncLifetime
{
    /// <summary>The circuit behind the pages.</summary>
    private static readonly string[] _circuit = ["_blazor", "_framework/"];

    /// <summary>The framework's, for files that came since the build; nobody decided, so the fallback policy closes it.</summary>
    private static readonly string[] _closedByFallback = ["GET,HEAD {**path:file}"];

    private static readonly string[] _openEndpoints =
    [
        "ANY health/live",
        "ANY health/ready",
        "GET api/reservations/",
        "GET api/reservations/{id:int}/",
        "GET api/reservations/{id:int}/calendar.ics",
        "GET api/rooms/",
        "GET api/rooms/schedule/",
        "GET api/rooms/status/",
        "GET api/rooms/{id:int}/",
        "GET api/rooms/{id:int}/availability/",
        "GET api/rooms/{id:int}/schedule/",
        "GET api/rooms/{id:int}/status/",
        "GET api/series/{id:int}/",
        "GET api/series/{id:int}/calendar.ics",
        "GET api/stats/dashboard/",
        "GET docs",
        "GET docs/reader.js",
        "GET docs/scalar.js",
        "GET kiosk/free",
        "GET kiosk",
        "GET kiosk/overview",
        "GET kiosk/rooms/{id:int}",
        "GET kiosk/version",
        "GET offline",
        "GET openapi/v1.json",
        "GET asyncapi.yaml",
        "GET rooms/{id:int}/badge.svg",
        "GET rooms/{id:int}/qr.svg",
        "GET kiosk/pair/{code}",
        "POST kiosk/pair/{code}",
        "POST kiosk/setup/",
        "POST kiosk/setup/ask/",
        "GET rooms/{room:int}/reservations/{id:int}.ics",
        "GET rooms/{room:int}/series/{id:int}.ics",
        "GET,CONNECT ws/rooms/overview",
        "GET,CONNECT ws/rooms/{room_id:int}",
        "POST api/auth/login/",
        "POST api/auth/token/refresh/",
    ];

    private static readonly string[] _openPages = ["/", "/account/access-denied", "/account/needs-https", "/account/sign-in", "/account/sign-out", "/error", "/monitor", "/not-found", "/rooms/{Id:int}"];

    private readonly RoomMonitorApp _app = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public void Endpoints_All_AreDecided()
    {
        var undecided = Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(Describe)
            .Except(_closedByFallback);

        undecided.Should().BeEmpty();
    }

    [Fact]
    public void Endpoints_OpenToEverybody_AreListed()
    {
        var open = Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            .Where(endpoint => !IsFileOrCircuit(endpoint))
            .Select(Describe)
            .Distinct();

        open.Should().BeEquivalentTo(_openEndpoints);
    }

    [Fact]
    public void Pages_All_AreDecidedAndOpenOnesListed()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any()).ToList();

        pages.Where(page => page.GetCustomAttribute<AuthorizeAttribute>() is null && page.GetCustomAttribute<AllowAnonymousAttribute>() is null)
            .Should().BeEmpty();
        pages.Where(page => page.GetCustomAttribute<AllowAnonymousAttribute>() is not null)
            .SelectMany(page => page.GetCustomAttributes<RouteAttribute>())
            .Select(route => route.Template)
            .Should().BeEquivalentTo(_openPages);
    }

    [Fact]
    public void Api_ClosedEndpoints_NameABearerPolicy()
    {
        var policies = Endpoints()
            .Where(endpoint => Path(endpoint).StartsWith("api/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>())
            .Select(data => data.Policy)
            .ToList();

        policies.Should().NotBeEmpty().And.OnlyContain(policy => policy == "ApiUser" || policy == "ApiAdministrator");
    }

    private static bool IsFileOrCircuit(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || Array.Exists(_circuit, prefix => Path(endpoint).StartsWith(prefix, StringComparison.Ordinal));

    private static string Path(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/');

    private static string Describe(RouteEndpoint endpoint) =>
        $"{string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])} {Path(endpoint)}";

    private IEnumerable<RouteEndpoint> Endpoints() => _app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
}
