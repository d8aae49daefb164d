using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Tests.Api;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Api.Caching;

namespace RoomMonitor.Tests.Caching;

/// <summary>Reads of the database that anybody may ask for: made once, and never older than what a program was told is done.</summary>
public sealed class PublicReadTests(PublicDocumentFixture fixture) : IClassFixture<PublicDocumentFixture>, IAsyncLifetime
{
    private static readonly DateTime _start = ApiFixture.Now.AddDays(1);

    private readonly RoomMonitorApp _app = fixture.App;
    private SignedInClient _staff = null!;
    private int _roomId;

    private string List => $"/api/reservations/?room_id={_roomId}";

    public async Task InitializeAsync()
    {
        _roomId = await fixture.NewRoomAsync();
        _staff = await _app.SignInAsync("staff@test.local");
        fixture.Begin();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Read_AfterEachChange_IsMadeAnewAtOnce_AndElseOnce()
    {
        var anybody = _app.CreateClient();
        (await anybody.GetJsonAsync(List)).GetProperty("count").GetInt32().Should().Be(0);

        var id = (await _staff.Http.BookAsync(_roomId, _start, _start.AddHours(1))).GetProperty("id").GetInt32();

        var first = await anybody.GetAsync(List);
        (await first.JsonAsync()).GetProperty("count").GetInt32().Should().Be(1);
        var second = await anybody.GetAsync(List);
        (await second.JsonAsync()).GetProperty("count").GetInt32().Should().Be(1);
        fixture.Made.Should().Be(2);
        second.Headers.ETag.Should().NotBeNull().And.Be(first.Headers.ETag);

        anybody.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        (await anybody.GetAsync(List)).StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await _staff.Http.DeleteAsync($"/api/reservations/{id}/")).EnsureSuccessStatusCode();
        (await anybody.GetAsync(List)).StatusCode.Should().Be(HttpStatusCode.OK, "it was cancelled");
        fixture.Made.Should().Be(3);
    }

    [Fact]
    public async Task Read_OfAnotherServer_HasWhatThisOneWasToldIsDone()
    {
        // Its tail never looks: its clock stands still.
        await using var other = new RoomMonitorApp().WithTime(new FakeTimeProvider(ApiFixture.Now))
            .With("ConnectionStrings:RoomMonitor", $"Data Source={_app.DatabaseFile}");
        var anybody = other.CreateClient();
        (await anybody.GetJsonAsync(List)).GetProperty("count").GetInt32().Should().Be(0);

        await _staff.Http.BookAsync(_roomId, _start, _start.AddHours(1));

        (await anybody.GetJsonAsync(List)).GetProperty("count").GetInt32().Should().Be(1);
        (await anybody.GetStringAsync($"/api/rooms/{_roomId}/availability/")).Should().Contain("2026-11-24T09:00:00Z");
    }

    [Theory]
    [InlineData("/api/reservations/")]
    [InlineData("/api/reservations/{id}/calendar.ics")]
    [InlineData("/rooms/{room}/reservations/{id}.ics")]
    public async Task Read_ByItsOwner_IsNobodyElses(string address)
    {
        var booked = await _staff.Http.BookAsync(_roomId, _start, _start.AddHours(1), "Secret seminar");
        address = address.Replace("{id}", $"{booked.GetProperty("id")}", StringComparison.Ordinal).Replace("{room}", $"{_roomId}", StringComparison.Ordinal);
        var anybody = _app.CreateClient();

        var before = await anybody.GetStringAsync(address);
        var own = await _staff.Http.GetStringAsync(address);
        var after = await anybody.GetStringAsync(address);

        (before + after).Should().NotContain("Secret");
        if (address.StartsWith("/api", StringComparison.Ordinal))
        {
            own.Should().Contain("Secret");
        }

        fixture.Made.Should().Be(1);
    }

    [Fact]
    public async Task Page_MoreOftenThanItsAddressMay_Says429_ToThatAddressAlone()
    {
        await using var app = new RoomMonitorApp().WithTime(new FakeTimeProvider(ApiFixture.Now)).With("RateLimits:PagesPerMinute", "3").WithServices(FromAddress.Register);
        await app.AddUserAsync("ada@test.local");
        using var one = From(app, "2001:db8:0:1::1");
        using var same = From(app, "2001:db8:0:1::2");
        using var other = From(app, "2001:db8:0:2::1");
        foreach (var address in new[] { "/?q=1", "/account/sign-in", "/nothing" })
        {
            ((int)(await one.GetAsync(address)).StatusCode).Should().BeOneOf(200, 404);
        }

        var refused = await same.GetAsync("/?q=2");

        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        (await one.GetAsync("/?q=1")).StatusCode.Should().Be(HttpStatusCode.OK, "it is there already");
        refused.Headers.RetryAfter.Should().NotBeNull();
        refused.Headers.Contains("Refresh").Should().BeTrue("the page tries again by itself");
        (await same.GetAsync("/account/sign-in")).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        using var madeUp = app.CreateClient(new() { HandleCookies = false });
        madeUp.DefaultRequestHeaders.Add("Cookie", "RoomMonitor.Session=made-up");
        madeUp.DefaultRequestHeaders.Add(FromAddress.Header, "2001:db8:0:1::3");
        (await madeUp.GetAsync("/?q=1")).StatusCode.Should().Be(HttpStatusCode.TooManyRequests, "a made-up session has pages made too");
        (await one.GetAsync("/api/rooms/")).StatusCode.Should().Be(HttpStatusCode.OK, "programs are counted elsewhere");
        (await other.SignInByFormAsync("ada@test.local")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        for (var page = 0; page < 5; page++)
        {
            (await other.GetAsync($"/?q={page}{page}")).StatusCode.Should().Be(HttpStatusCode.OK, "who is signed in isn't counted");
        }
    }

    [Theory]
    [InlineData("/rooms/1/reservations/4711.ics")]
    [InlineData("/kiosk/rooms/4711")]
    public async Task Document_OfWhatIsNotThere_IsLeftToThePageOfMissingPages(string address)
    {
        var response = await fixture.Client().GetAsync(address);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).Should().Contain("</html>");
    }

    [Fact]
    public async Task Pages_OfManyAddresses_FillNoMemory()
    {
        await using var app = new RoomMonitorApp().WithTime(new FakeTimeProvider(ApiFixture.Now))
            .WithServices(services => services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PublicDocuments>(provider, 200_000L)));
        var anybody = app.CreateClient();
        for (var page = 0; page < 12; page++)
        {
            (await anybody.GetAsync($"/?q={page}")).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        var documents = app.Services.GetRequiredService<PublicDocuments>();
        documents.Made.Should().Be(12);
        documents.Kept.Should().BeInRange(1, 11);
    }

    private static HttpClient From(RoomMonitorApp app, string address)
    {
        var client = app.CreateBrowser();
        client.DefaultRequestHeaders.Add(FromAddress.Header, address);
        return client;
    }
}
