using System.Net;
using RoomMonitor.Tests.Api;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Security;

/// <summary>What was made for somebody is kept by no cache on the way and on no shared computer's disk.</summary>
public sealed class PersonalReadsTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly DateTime _start = new(2027, 6, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("/api/auth/me/")]
    [InlineData("/api/profile/")]
    [InlineData("/api/reservations/")]
    [InlineData("/api/reservations/{id}/")]
    [InlineData("/api/reservations/{id}/calendar.ics")]
    [InlineData("/api/reservations/987654/")]
    public async Task Api_WithToken_IsNoStore(string address)
    {
        var booked = await fixture.Staff.Http.BookAsync(await fixture.NewRoomAsync(), _start, _start.AddHours(1));

        var response = await fixture.Staff.Http.GetAsync(address.Replace("{id}", $"{booked.GetProperty("id")}", StringComparison.Ordinal));

        response.Headers.CacheControl?.NoStore.Should().BeTrue(address);
        response.Headers.CacheControl.Should().NotBeNull();
    }

    [Theory]
    [InlineData("/rooms/{room}/reservations/{id}.ics")]
    [InlineData("/reservations")]
    [InlineData("/account")]
    public async Task Page_BySession_IsNoStore(string address)
    {
        var email = $"{Guid.NewGuid():N}@test.local";
        await fixture.App.AddUserAsync(email);
        var owner = await fixture.App.SignInAsync(email);
        var roomId = await fixture.NewRoomAsync();
        var booked = await owner.Http.BookAsync(roomId, _start, _start.AddHours(1));
        using var browser = fixture.App.CreateBrowser();
        await browser.SignInByFormAsync(email);

        var response = await browser.GetAsync(
            address.Replace("{id}", $"{booked.GetProperty("id")}", StringComparison.Ordinal).Replace("{room}", $"{roomId}", StringComparison.Ordinal));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl.Should().NotBeNull();
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }
}
