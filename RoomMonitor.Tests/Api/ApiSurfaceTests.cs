using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Locking;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

/// <summary>What holds for the API as a whole: tokens, cookies, and what leaves when something fails.</summary>
public sealed class ApiSurfaceTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly DateTime _ten = ApiFixture.Now.AddHours(1);

    [Theory]
    [InlineData("POST", "/api/reservations/")]
    [InlineData("PATCH", "/api/reservations/1/")]
    [InlineData("DELETE", "/api/reservations/1")]
    [InlineData("POST", "/api/reservations/1/cancel/")]
    [InlineData("POST", "/api/reservations/1/confirm")]
    [InlineData("POST", "/api/reservations/confirm/")]
    [InlineData("GET", "/api/reservations/upcoming/")]
    [InlineData("POST", "/api/series/")]
    [InlineData("POST", "/api/series/preview/")]
    [InlineData("PATCH", "/api/series/1/")]
    [InlineData("POST", "/api/series/1/cancel")]
    public async Task Protected_NotSignedIn_Is401Problem(string method, string address)
    {
        var response = await fixture.Anonymous.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

        await response.ProblemAsync(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.Single().Scheme.Should().Be("Bearer");
    }

    [Fact]
    public async Task Token_ExpiredOrForged_Is401WhereItMattersAndElseIgnored()
    {
        var roomId = await fixture.NewRoomAsync();
        var booked = await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1));
        var expired = fixture.App.TokenFor(PrincipalOf(fixture.Staff.UserId, IdentityConstants.BearerScheme), TimeSpan.FromMinutes(-1));

        foreach (var token in new[] { expired, "forged" })
        {
            using var client = fixture.App.CreateClient();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            await (await client.GetAsync("/api/reservations/")).ProblemAsync(HttpStatusCode.Unauthorized);
            await (await client.GetAsync($"/api/reservations/{booked.GetProperty("id").GetInt32()}/")).ProblemAsync(HttpStatusCode.Unauthorized);
            await (await client.GetAsync("/api/reservations/upcoming/")).ProblemAsync(HttpStatusCode.Unauthorized);
            (await client.GetAsync("/api/rooms/status/")).StatusCode.Should().Be(HttpStatusCode.OK);
            (await client.GetAsync("/api/rooms/")).StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Cookie_OfSomebodySignedInToThePages_IsNotLookedAt()
    {
        var roomId = await fixture.NewRoomAsync();
        var booked = await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1), "Secret board");
        var options = fixture.App.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(
            PrincipalOf(fixture.Staff.UserId, IdentityConstants.ApplicationScheme),
            new AuthenticationProperties { IssuedUtc = ApiFixture.Now, ExpiresUtc = ApiFixture.Now.AddHours(1) },
            IdentityConstants.ApplicationScheme);
        using var client = fixture.App.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}");

        var read = await client.GetJsonAsync($"/api/reservations/{booked.GetProperty("id").GetInt32()}/");

        read.GetProperty("purpose").GetString().Should().Be("Reserved");
        await (await client.GetAsync("/api/reservations/upcoming/")).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await client.GetAsync("/api/reservations/?mine=true")).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void Endpoints_OfTheApi_CarryADecisionAboutWhoMayCallThem()
    {
        var endpoints = fixture.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0] is "api" or "health" or "openapi" or "docs").ToList();

        endpoints.Should().HaveCountGreaterThan(15);
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            && endpoint.Metadata.GetMetadata<IAuthorizeData>() is not { Policy: not null }).Should().BeEmpty();
    }

    [Fact]
    public async Task Change_DatabaseBusy_Is503WithRetryAfter()
    {
        await using var app = AppThatFailsWith(new DatabaseBusyException("The room is locked."));

        var response = await BookAsync(app);

        await response.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().BePositive();
    }

    [Fact]
    public async Task Change_UnforeseenFailure_Is500WithoutItsText()
    {
        await using var app = AppThatFailsWith(new InvalidOperationException("the secret cause"));

        var response = await BookAsync(app);

        (await response.Content.ReadAsStringAsync()).Should().NotContain("secret cause").And.NotContain("Exception");
        (await response.ProblemAsync(HttpStatusCode.InternalServerError)).GetProperty("trace_id").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Read_PublicDetails_ShowsPurposeToEverybody()
    {
        await using var app = new RoomMonitorApp().With("Privacy:PublicDetails", "true");
        var staff = await app.SignInAsync("staff@test.local");
        var room = await app.AddRoomAsync();
        var start = DateTime.SpecifyKind(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(3), DateTimeKind.Utc);
        var booked = await staff.Http.BookAsync(room.Id, start, start.AddHours(1), "Open lecture");

        var read = await app.CreateClient().GetJsonAsync($"/api/reservations/{booked.GetProperty("id").GetInt32()}/");

        read.GetProperty("purpose").GetString().Should().Be("Open lecture");
        read.GetProperty("user").GetProperty("username").GetString().Should().Be("staff@test.local");
    }

    private static RoomMonitorApp AppThatFailsWith(Exception exception) => new RoomMonitorApp()
        .WithTime(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(ApiFixture.Now))
        .WithServices(services => services.AddSingleton<IRoomLock>(new FailingLock(exception)));

    private static async Task<HttpResponseMessage> BookAsync(RoomMonitorApp app)
    {
        var room = await app.AddRoomAsync();
        var staff = await app.SignInAsync("staff@test.local");
        return await staff.Http.PostTextAsync(
            "/api/reservations/",
            $$"""{"room_id":{{room.Id}},"start":"2026-11-23T10:00:00Z","end":"2026-11-23T11:00:00Z","purpose":"Seminar","attendees":1}""");
    }

    private static ClaimsPrincipal PrincipalOf(int userId, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, $"{userId}"), new Claim(ClaimTypes.Name, "staff@test.local"), new Claim(ClaimTypes.Role, Roles.Administrator)], scheme));

    private sealed class FailingLock(Exception exception) : IRoomLock
    {
        public Task<LockedTransaction> BeginAsync(
            RoomMonitor.Data.RoomMonitorDbContext context, IEnumerable<int> roomIds, CancellationToken cancellationToken) => Task.FromException<LockedTransaction>(exception);
    }
}
