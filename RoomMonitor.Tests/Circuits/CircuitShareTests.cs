using System.Net;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Circuits;

public sealed class CircuitShareTests
{
    // Of one customer, and of another one.
    private const string One = "2001:db8:0:1::1";
    private const string SameCustomer = "2001:db8:0:1::2";
    private const string Other = "2001:db8:0:2::1";
    private const string Third = "192.0.2.1";

    [Fact]
    public async Task Circuit_OverTheShareOfItsAddress_IsNotMade_AndPagesSaySo_ToThatAddressAlone()
    {
        await using var app = App(total: 5, share: 2);
        using var first = await CircuitClient.ConnectAsync(app, One);
        using var second = await CircuitClient.ConnectAsync(app, SameCustomer);
        using var third = await CircuitClient.ConnectAsync(app, SameCustomer);
        using var elsewhere = await CircuitClient.ConnectAsync(app, Other);
        (await first.StartAsync()).Should().NotBeNull();
        var page = await GetAsync(app, "/", One);
        page.StatusCode.Should().Be(HttpStatusCode.OK, "there is room for one more");
        var secret = await second.StartAsync(await page.Content.ReadAsStringAsync());

        (await third.StartAsync()).Should().BeNull();
        await AssertNoRoomAsync(await GetAsync(app, "/", One));
        (await GetAsync(app, "/api/rooms/", One)).StatusCode.Should().Be(HttpStatusCode.OK, "it makes no circuit");
        (await GetAsync(app, "/kiosk", One)).StatusCode.Should().Be(HttpStatusCode.OK, "it makes no circuit");
        (await GetAsync(app, "/nothing", One)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await elsewhere.StartAsync()).Should().NotBeNull();
        (await GetAsync(app, "/", Other)).StatusCode.Should().Be(HttpStatusCode.OK);

        // One that waits for its reader still counts, and its reader gets it back although the share is taken.
        await second.HangUpAsync();
        (await third.StartAsync()).Should().BeNull();
        using var again = await CircuitClient.ConnectAsync(app, One);
        (await again.ConnectAsync(secret!)).Should().BeTrue();

        await LeaveAsync(app, secret!);
        (await third.StartAsync()).Should().NotBeNull("one is left for good");
        await AssertNegotiationsAreCountedAsync(app, Third, 4);
    }

    [Fact]
    public async Task Circuit_OverAll_IsNotMade_AndWhatOneAddressHasIsNeverAll()
    {
        await using var app = App(total: 4, share: 100);
        var clients = new List<CircuitClient>();
        var made = new List<bool>();
        foreach (var address in new[] { One, One, One, One, Other, Other })
        {
            clients.Add(await CircuitClient.ConnectAsync(app, address));
            made.Add(await clients[^1].StartAsync() is not null);
        }

        made.Should().Equal(true, true, true, false, true, false);
        await AssertNoRoomAsync(await GetAsync(app, "/", Third));
        clients.ForEach(client => client.Dispose());
        app.Services.GetRequiredService<IOptions<CircuitOptions>>().Value.DisconnectedCircuitMaxRetained.Should().Be(4, "so none pushes out another's");
    }

    /// <summary>Each may become a connection; those that come without one count with them.</summary>
    private static async Task AssertNegotiationsAreCountedAsync(RoomMonitorApp app, string address, int share)
    {
        for (var i = 0; i < share; i++)
        {
            (await NegotiateAsync(app, address)).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        (await NegotiateAsync(app, address)).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        var refused = async () => await CircuitClient.ConnectAsync(app, address);
        await refused.Should().ThrowAsync<InvalidOperationException>();
    }

    /// <summary>The page says it in the browser's language, may be seen by everybody, and comes again by itself.</summary>
    private static async Task AssertNoRoomAsync(HttpResponseMessage response)
    {
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta!.Value.TotalSeconds.Should().BeInRange(5, 10);
        response.Headers.GetValues("Refresh").Should().Equal($"{response.Headers.RetryAfter.Delta.Value.TotalSeconds:0}");
        response.Headers.GetValues("X-RoomMonitor").Should().Equal("1");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await response.Content.ReadAsStringAsync()).Should().Contain("<html lang=\"de\">").And.Contain("Gerade zu viel los");
    }

    private static async Task LeaveAsync(RoomMonitorApp app, string secret)
    {
        using var http = app.CreateClient();
        using var form = new MultipartFormDataContent { { new StringContent(secret), "circuitId" } };
        (await http.PostAsync("/_blazor/disconnect", form)).EnsureSuccessStatusCode();
    }

    private static Task<HttpResponseMessage> NegotiateAsync(RoomMonitorApp app, string address) =>
        SendAsync(app, new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1"), address);

    private static Task<HttpResponseMessage> GetAsync(RoomMonitorApp app, string path, string address) =>
        SendAsync(app, new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" }, { "Accept-Language", "de" } } }, address);

    private static async Task<HttpResponseMessage> SendAsync(RoomMonitorApp app, HttpRequestMessage request, string address)
    {
        using var http = app.CreateClient();
        request.Headers.Add(FromAddress.Header, address);
        return await http.SendAsync(request);
    }

    private static RoomMonitorApp App(int total, int share) => new RoomMonitorApp()
        .With("Circuits:MaxOpen", $"{total}").With("Circuits:MaxOpenPerAddress", $"{share}").WithServices(FromAddress.Register);
}
