using System.Net;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class ProfileEndpointsTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task GetProfile_NothingChosen_HasTheFieldsOfTheContract()
    {
        var newcomer = await fixture.App.SignInAsync("newcomer@test.local");

        foreach (var address in new[] { "/api/profile/", "/api/profile" })
        {
            var profile = await newcomer.Http.GetJsonAsync(address);

            profile.Fields().Should().BeEquivalentTo("theme", "favorite_rooms", "notifications_enabled", "email_reminders");
            profile.GetProperty("theme").GetString().Should().Be("auto");
            profile.GetProperty("favorite_rooms").GetArrayLength().Should().Be(0);
            profile.GetProperty("notifications_enabled").GetBoolean().Should().BeTrue();
            profile.GetProperty("email_reminders").GetBoolean().Should().BeFalse();
        }
    }

    [Fact]
    public async Task UpdateProfile_SomeFields_LeavesTheOthers()
    {
        var user = await fixture.App.SignInAsync("changing@test.local");
        var roomId = await fixture.NewRoomAsync();

        await PatchAsync(user.Http, $$"""{"theme":"dark","favoriteRooms":[{{roomId}}],"email_reminders":true}""");
        var profile = await PatchAsync(user.Http, """{"notifications_enabled":false,"theme":null}""");

        profile.GetProperty("theme").GetString().Should().Be("dark");
        profile.GetProperty("favorite_rooms")[0].GetInt32().Should().Be(roomId);
        profile.GetProperty("email_reminders").GetBoolean().Should().BeTrue();
        profile.GetProperty("notifications_enabled").GetBoolean().Should().BeFalse();
        (await user.Http.GetJsonAsync("/api/profile/")).GetRawText().Should().Be(profile.GetRawText());
        (await PatchAsync(user.Http, """{"favorite_rooms":[]}""")).GetProperty("favorite_rooms").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("""{"theme":"blue"}""", "theme")]
    [InlineData("""{"theme":1}""", "theme")]
    [InlineData("""{"favorite_rooms":[987654]}""", "favorite_rooms")]
    [InlineData("""{"favorite_rooms":7}""", "favorite_rooms")]
    [InlineData("""{"favorite_rooms":["7"]}""", "favorite_rooms")]
    [InlineData("""{"favorite_rooms":[1.5]}""", "favorite_rooms")]
    [InlineData("""{"notifications_enabled":"perhaps"}""", "notifications_enabled")]
    [InlineData("""{"email_reminders":0}""", "email_reminders")]
    public async Task UpdateProfile_WhatCannotBe_NamesTheFieldAndChangesNothing(string body, string field)
    {
        var before = await fixture.Staff.Http.GetJsonAsync("/api/profile/");

        await (await SendPatchAsync(fixture.Staff.Http, body)).RefusalOfAsync(field);

        (await fixture.Staff.Http.GetJsonAsync("/api/profile/")).GetRawText().Should().Be(before.GetRawText());
    }

    [Fact]
    public async Task ToggleFavorite_Twice_ComesAndGoes()
    {
        var roomId = await fixture.NewRoomAsync();

        var first = await ToggleAsync(fixture.Other.Http, $"/api/rooms/{roomId}/favorite/");
        var second = await ToggleAsync(fixture.Other.Http, $"/api/rooms/{roomId}/favorite");

        first.Fields().Should().BeEquivalentTo("message", "is_favorited", "room_id");
        first.GetProperty("message").GetString().Should().NotBeNullOrEmpty();
        first.GetProperty("room_id").GetInt32().Should().Be(roomId);
        first.GetProperty("is_favorited").GetBoolean().Should().BeTrue();
        second.GetProperty("is_favorited").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task ToggleFavorite_ManyAtOnce_NeverFails()
    {
        var roomId = await fixture.NewRoomAsync();
        var user = await fixture.App.SignInAsync("impatient@test.local");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => user.Http.PostAsync($"/api/rooms/{roomId}/favorite/", null)));

        answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.OK);
        (await user.Http.GetJsonAsync("/api/profile/")).GetProperty("favorite_rooms").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Favorites_OfOneUser_AreNotAnothers()
    {
        var roomId = await fixture.NewRoomAsync();
        await ToggleAsync(fixture.Administrator.Http, $"/api/rooms/{roomId}/favorite/");

        var mine = await fixture.Administrator.Http.GetJsonAsync("/api/profile/");
        var others = await fixture.Other.Http.GetJsonAsync("/api/profile/");

        mine.GetProperty("favorite_rooms").EnumerateArray().Select(id => id.GetInt32()).Should().Contain(roomId);
        others.GetProperty("favorite_rooms").EnumerateArray().Select(id => id.GetInt32()).Should().NotContain(roomId);
    }

    [Fact]
    public async Task ToggleFavorite_UnknownRoom_Is404() =>
        await (await fixture.Staff.Http.PostAsync("/api/rooms/987654/favorite/", null)).ProblemAsync(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("GET", "/api/profile/")]
    [InlineData("PATCH", "/api/profile/")]
    [InlineData("POST", "/api/rooms/1/favorite/")]
    public async Task NotSignedIn_Is401(string method, string address) =>
        await (await fixture.Anonymous.SendAsync(new HttpRequestMessage(new HttpMethod(method), address))).ProblemAsync(HttpStatusCode.Unauthorized);

    private static async Task<System.Text.Json.JsonElement> PatchAsync(HttpClient client, string body)
    {
        var answer = await SendPatchAsync(client, body);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private static Task<HttpResponseMessage> SendPatchAsync(HttpClient client, string body) =>
        client.PatchAsync("/api/profile/", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

    private static async Task<System.Text.Json.JsonElement> ToggleAsync(HttpClient client, string address)
    {
        var answer = await client.PostAsync(address, null);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }
}
