using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

/// <summary>What a request asks for is done or refused by name: never 200 for what was not done.</summary>
public sealed class UnknownFieldsTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly DateTime _ten = ApiFixture.Now.AddHours(1);

    [Theory]
    [InlineData("""{"status":"cancelled"}""", "status", "/cancel/")]
    [InlineData("""{"status":"pending","purpose":"Lecture"}""", "status", "/confirm/")]
    [InlineData("""{"until":"2027-01-01"}""", "until", "/api/series/")]
    [InlineData("""{"recurrence":{"frequency":"weekly","count":3}}""", "recurrence", "/api/series/")]
    [InlineData("""{"exceptDates":["2026-12-24"]}""", "exceptDates", "/api/series/")]
    [InlineData("""{"room":7}""", "room", "room_id")]
    [InlineData("""{"room":{"id":987654}}""", "room", "room_id")]
    [InlineData("""{"user":{"id":987654}}""", "user", "whoever made it")]
    [InlineData("""{"id":987654}""", "id", "address")]
    [InlineData("""{"series_id":3}""", "series_id", "series")]
    [InlineData("""{"checked_in_at":"2026-11-23T10:00:00Z"}""", "checked_in_at", "room")]
    [InlineData("""{"title":"Lecture"}""", "title", "purpose")]
    [InlineData("""{"duration":90}""", "duration", "end")]
    [InlineData("""{"purpos":"Lecture"}""", "purpos", "purpose")]
    [InlineData("""{"unheard":null}""", "unheard", "attendees")]
    [InlineData("""{"start":"2026-11-23T12:00:00Z","end":"2026-11-23T13:00:00Z","start_time":"15:00"}""", "start_time", "start")]
    [InlineData("""{"start":"2026-11-23T12:00:00Z","date":"2026-11-24"}""", "date", "start")]
    [InlineData("""{"purpose":"Lecture","roomId":1,"room_id":2}""", "roomId", "room_id")]
    public async Task UpdateReservation_WhatCannotBeChangedHere_IsNamedAndNothingChanges(string body, string field, string instead)
    {
        var booked = await fixture.Staff.Http.BookAsync(await fixture.NewRoomAsync(), _ten, _ten.AddHours(1));
        var address = $"/api/reservations/{Id(booked)}/";

        var problem = await (await PatchAsync(address, body)).RefusalOfAsync(field);

        problem.GetProperty("errors").GetProperty(field)[0].GetString().Should().Contain(instead);
        (await fixture.Staff.Http.GetJsonAsync(address)).GetRawText().Should().Be(booked.GetRawText());
    }

    [Fact]
    public async Task UpdateReservation_SentBackWholeWithOneChange_DoesThat()
    {
        var roomId = await fixture.NewRoomAsync();
        var booked = await fixture.Staff.Http.BookAsync(roomId, _ten, _ten.AddHours(1));
        var body = JsonNode.Parse(booked.GetRawText())!.AsObject();
        body["purpose"] = "Lecture";
        body["start"] = "2026-11-23T10:15:00Z";
        body["time_until_start"] = 60;
        body["updated_at"] = "2026-11-01T00:00:00Z";

        var changed = await (await PatchAsync($"/api/reservations/{Id(booked)}/", body.ToJsonString())).JsonAsync();

        changed.GetProperty("purpose").GetString().Should().Be("Lecture");
        changed.GetProperty("start_time").GetString().Should().Be("10:15");

        // With another of its campus times, which the instants beside it contradict.
        body["start_time"] = "10:30";
        await (await PatchAsync($"/api/reservations/{Id(booked)}/", body.ToJsonString())).RefusalOfAsync("start_time");
    }

    [Theory]
    [InlineData("status", "\"confirmed\"")]
    [InlineData("id", "5")]
    [InlineData("room", "{\"id\":987654}")]
    [InlineData("recurrence", "{\"frequency\":\"weekly\",\"count\":3}")]
    [InlineData("interval", "2")]
    [InlineData("user_id", "1")]
    [InlineData("end_time", "\"15:00\"")]
    public async Task CreateReservation_WhatWouldNotBeDone_IsNamedAndNothingBooked(string field, string value)
    {
        var roomId = await fixture.NewRoomAsync();

        var response = await fixture.Staff.Http.PostTextAsync(
            "/api/reservations/",
            $$$"""{"room_id":{{{roomId}}},"start":"2026-11-23T10:00:00Z","end":"2026-11-23T11:00:00Z","purpose":"Seminar","attendees":1,"{{{field}}}":{{{value}}}}""");

        await response.RefusalOfAsync(field);
        (await fixture.Anonymous.GetJsonAsync($"/api/reservations/?room_id={roomId}")).GetProperty("count").GetInt32().Should().Be(0);
    }

    [Theory]
    [InlineData("until", "\"2027-06-01\"", "cancel")]
    [InlineData("interval", "3", "another series")]
    [InlineData("byday", "[\"TU\"]", "another series")]
    [InlineData("except_dates", "[\"2026-12-07\"]", "cancel")]
    [InlineData("recurrence", "{\"frequency\":\"daily\",\"count\":3}", "another series")]
    [InlineData("rrule", "\"FREQ=DAILY\"", "another series")]
    [InlineData("date", "\"2026-12-24\"", "another series")]
    [InlineData("status", "\"cancelled\"", "/cancel/")]
    [InlineData("start", "\"2026-12-01T10:00:00Z\"", "start_time")]
    [InlineData("occurrences", "[]", "moves")]
    [InlineData("room", "{\"id\":987654}", "room_id")]
    public async Task UpdateSeries_WhatCannotBeChangedHere_IsNamedAndNothingChanges(string field, string value, string instead)
    {
        var series = await BookSeriesAsync(await fixture.NewRoomAsync(), """{"frequency":"weekly","count":3}""");
        var address = $"/api/series/{Id(series)}/";

        var problem = await (await PatchAsync(address, $$"""{"scope":"all","purpose":"Later","{{field}}":{{value}}}""")).RefusalOfAsync(field);

        problem.GetProperty("errors").GetProperty(field)[0].GetString().Should().Contain(instead);
        (await fixture.Staff.Http.GetJsonAsync(address)).GetRawText().Should().Be(series.GetRawText());
    }

    [Fact]
    public async Task UpdateSeries_SentBackWholeWithOneChange_DoesThat()
    {
        var series = await BookSeriesAsync(await fixture.NewRoomAsync(), """{"frequency":"weekly","interval":2,"count":3,"except_dates":["2026-12-21"]}""");
        var body = JsonNode.Parse(series.GetRawText())!.AsObject();
        body["scope"] = "all";
        body["purpose"] = "Later";

        var changed = await (await PatchAsync($"/api/series/{Id(series)}/", body.ToJsonString())).JsonAsync();

        changed.GetProperty("purpose").GetString().Should().Be("Later");
        changed.GetProperty("recurrence").GetRawText().Should().Be(series.GetProperty("recurrence").GetRawText());
    }

    [Theory]
    [InlineData("interval", "3", "interval")]
    [InlineData("byday", "[\"MO\"]", "byday")]
    [InlineData("until", "\"2027-01-01\"", "until")]
    [InlineData("rrule", "\"FREQ=DAILY\"", "rrule")]
    [InlineData("recurrence", "{\"frequency\":\"weekly\",\"count\":3,\"every\":3}", "recurrence.every")]
    [InlineData("recurrence", "{\"frequency\":\"weekly\",\"count\":3,\"interval\":0}", "recurrence.interval")]
    [InlineData("recurrence", "{\"frequency\":\"weekly\",\"count\":3,\"interval\":53}", "recurrence.interval")]
    [InlineData("recurrence", "{\"frequency\":\"every_two_weeks\",\"count\":3,\"interval\":3}", "recurrence.interval")]
    [InlineData("recurrence", "{\"frequency\":\"weekly\",\"count\":3,\"byday\":[\"XX\"]}", "recurrence.byday")]
    [InlineData("recurrence", "{\"frequency\":\"weekly\",\"count\":3,\"byday\":[\"MO\"],\"weekdays\":[\"tuesday\"]}", "recurrence.byday")]
    [InlineData("recurrence", "{\"frequency\":\"weekly\",\"count\":1,\"except_dates\":[\"2026-12-07\"]}", "recurrence.except_dates")]
    [InlineData("moves", "[{\"date\":\"2026-12-07\",\"start_time\":\"15:00\",\"end_time\":\"16:00\",\"purpose\":\"Other\"}]", "moves.purpose")]
    public async Task CreateSeries_WhatWouldNotBeDone_IsNamedAndNothingBooked(string field, string value, string named)
    {
        var roomId = await fixture.NewRoomAsync();
        var recurrence = field == "recurrence" ? "" : "\"recurrence\":{\"frequency\":\"weekly\",\"count\":3},";

        var response = await fixture.Staff.Http.PostTextAsync(
            "/api/series/",
            $$$"""{"room_id":{{{roomId}}},"date":"2026-12-07","start_time":"10:00","end_time":"11:00","purpose":"Seminar","attendees":1,{{{recurrence}}}"{{{field}}}":{{{value}}}}""");

        await response.RefusalOfAsync(named);
        (await fixture.Anonymous.GetJsonAsync($"/api/reservations/?room_id={roomId}")).GetProperty("count").GetInt32().Should().Be(0);
    }

    [Theory]
    [InlineData("""{"scope":"all","skip":["2026-12-14"]}""", "skip")]
    [InlineData("""{"scope":"all","until":"2026-12-14"}""", "until")]
    [InlineData("""{"scope":"all","reason":"Holidays"}""", "reason")]
    public async Task CancelSeries_WhatWouldNotBeDone_IsNamedAndNothingCancelled(string body, string field)
    {
        var series = await BookSeriesAsync(await fixture.NewRoomAsync(), """{"frequency":"weekly","count":3}""");

        await (await fixture.Staff.Http.PostTextAsync($"/api/series/{Id(series)}/cancel/", body)).RefusalOfAsync(field);

        (await fixture.Staff.Http.GetJsonAsync($"/api/series/{Id(series)}/")).GetRawText().Should().Be(series.GetRawText());
    }

    [Fact]
    public async Task RoutesWithoutFields_WithSome_NameThemAndDoNothing()
    {
        var booked = await fixture.Staff.Http.BookAsync(await fixture.NewRoomAsync(), _ten, _ten.AddHours(1));
        var address = $"/api/reservations/{Id(booked)}/";

        await (await fixture.Staff.Http.PostTextAsync($"{address}cancel/", """{"scope":"following"}""")).RefusalOfAsync("scope");
        await (await fixture.Staff.Http.PostTextAsync($"{address}cancel/", """{"id":987654}""")).RefusalOfAsync("id");
        await (await fixture.Staff.Http.PostTextAsync($"/api/rooms/{booked.GetProperty("room_id")}/favorite/", """{"is_favorited":true}""")).RefusalOfAsync("is_favorited");
        (await fixture.Staff.Http.GetJsonAsync(address)).GetProperty("status").GetString().Should().Be("confirmed");

        // As browsers of the older system send it: the content type of JSON, and nothing in it.
        using var empty = new StringContent("", Encoding.UTF8, "application/json");
        (await fixture.Staff.Http.PostAsync($"{address}cancel/", empty)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Accounts_WhatIsNoField_IsNamed()
    {
        await (await PatchAsync("/api/profile/", """{"theme":"dark","language":"de"}""")).RefusalOfAsync("language");
        await (await PatchAsync("/api/profile/", """{"theme":"dark","email":"other@test.local"}""")).RefusalOfAsync("email");
        (await fixture.Staff.Http.GetJsonAsync("/api/profile/")).GetProperty("theme").GetString().Should().Be("auto");
        await (await fixture.Anonymous.PostTextAsync("/api/auth/login/", """{"email":"staff@test.local","password":"x","role":"admin"}""")).RefusalOfAsync("role");
        await (await fixture.Anonymous.PostTextAsync("/api/auth/token/refresh/", """{"refresh":"x","expires_in":1}""")).RefusalOfAsync("expires_in");
        await (await fixture.Administrator.Http.PostTextAsync("/api/reservations/confirm/", """{"id":1,"status":"cancelled"}""")).RefusalOfAsync("status");
    }

    private static int Id(JsonElement thing) => thing.GetProperty("id").GetInt32();

    private Task<HttpResponseMessage> PatchAsync(string address, string body) =>
        fixture.Staff.Http.PatchAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));

    private async Task<JsonElement> BookSeriesAsync(int roomId, string recurrence)
    {
        var response = await fixture.Staff.Http.PostTextAsync(
            "/api/series/",
            $$$"""{"room_id":{{{roomId}}},"date":"2026-12-07","start_time":"10:00","end_time":"11:00","purpose":"Seminar","attendees":1,"recurrence":{{{recurrence}}}}""");
        response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }
}
