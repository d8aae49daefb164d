using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Tests.Browser;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Hosting;

/// <summary>HEAD on a real connection: each address that answers GET.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HeadTests(DemoServerFixture demo)
{
    [Fact]
    public async Task Head_WhereverGetAnswers_AnswersTheSameWithoutABody()
    {
        using var client = await demo.Server.ClientAsync("admin@demo.local");

        foreach (var address in await AddressesAsync())
        {
            using var get = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

            head.StatusCode.Should().Be(get.StatusCode, address);
            head.Content.Headers.ContentType.Should().Be(get.Content.Headers.ContentType, address);
            head.Headers.ETag.Should().Be(get.Headers.ETag, address);
            head.Content.Headers.ContentEncoding.Should().Equal(get.Content.Headers.ContentEncoding, address);
            (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty(address);
        }
    }

    /// <summary>Every route that answers GET, by the routes that this program has, with a room that is there.</summary>
    private static async Task<List<string>> AddressesAsync()
    {
        await using var app = new RoomMonitorApp();
        var addresses = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}")
            .Where(address => !address.StartsWith("/_", StringComparison.Ordinal) && !address.Contains("**", StringComparison.Ordinal))
            .Select(address => Regex.Replace(address, "{[^}]*}", "1"))
            .Distinct().ToList();
        addresses.Should().Contain(["/", "/monitor", "/rooms/1", "/api/rooms/", "/api/rooms/1/status/", "/openapi/v1.json", "/rooms/1/qr.svg"]);
        return [.. addresses, "/health/live", "/health/ready", "/app.css", "/service-worker.js", "/manifest.webmanifest"];
    }
}
