using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Languages;

public sealed class PageCultureTests : IAsyncLifetime
{
    private const string Email = "ada@test.local";

    private readonly RoomMonitorApp _app = new();
    private HttpClient _browser = null!;
    private int _userId;

    public async Task InitializeAsync()
    {
        _userId = (await _app.AddUserAsync(Email)).Id;
        _browser = _app.CreateBrowser();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("de-AT,de;q=0.9", "<html lang=\"de-AT\"", "Räume suchen")]
    [InlineData("en-US", "<html lang=\"en-US\"", "Search rooms")]
    [InlineData("fr", "<html lang=\"en-GB\"", "Search rooms")]
    public async Task Page_Anonymous_IsAsTheBrowserSays(string accepted, string html, string text)
    {
        await _app.AddRoomAsync();
        _browser.DefaultRequestHeaders.Add("Accept-Language", accepted);

        var page = await PageAsync("/monitor");
        page.Should().Contain(html).And.Contain(text);
        page.Should().Contain($"data-believed-ms=\"{OccupancyRules.BelievedFor.TotalMilliseconds}\"", "its scripts read it there");
    }

    [Fact]
    public async Task Page_SignedIn_IsAsTheProfileSaysFromTheNextLoadOn()
    {
        _browser.DefaultRequestHeaders.Add("Accept-Language", "en-GB");
        await _browser.SignInByFormAsync(Email);
        (await PageAsync("/monitor")).Should().Contain("lang=\"en-GB\"").And.Contain("data-theme-choice=\"auto\"");

        await _app.Services.GetRequiredService<ProfileService>()
            .UpdateAsync(_userId, new ProfilePatch { Language = "de", Theme = ThemePreference.Dark }, default);

        var page = await PageAsync("/monitor");
        page.Should().Contain("lang=\"de-DE\"").And.Contain("data-theme=\"dark\"").And.Contain($"Konto von {Email}");
    }

    [Fact]
    public async Task Api_WhateverTheBrowserSays_StaysAsItIs()
    {
        var room = await _app.AddRoomAsync();
        using var client = _app.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "de-DE");

        var answer = await client.GetAsync("/api/rooms/987654/");

        (await answer.ProblemAsync(HttpStatusCode.NotFound)).GetProperty("detail").GetString().Should().Be("There is no room 987654.");
        answer.Headers.Contains("Set-Cookie").Should().BeFalse();
        (await client.GetAsync($"/api/rooms/{room.Id}/status/")).Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    [Fact]
    public async Task SignInPage_InGerman_RefusesInGerman()
    {
        _browser.DefaultRequestHeaders.Add("Accept-Language", "de");

        var answer = await _browser.SignInByFormAsync(Email, "not the password");

        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Should().Contain("Die E-Mail oder das Passwort ist falsch");
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await _browser.GetStringAsync(address));
}
