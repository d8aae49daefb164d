using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class SeriesEndpointsTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Address = "/api/series/";

    [Fact]
    public async Task Create_WeeklyCampusTimes_IsCreatedWithItsOccurrences()
    {
        var roomId = await fixture.NewRoomAsync();

        var response = await fixture.Staff.Http.PostTextAsync(
            Address,
            $$$"""
            {"roomId":{{{roomId}}},"date":"2027-03-22","startTime":"09:00","endTime":"10:30","purpose":"Lecture","attendees":"9",
             "recurrence":{"frequency":"weekly","weekdays":["monday","wednesday"],"count":4,"until":""}}
            """);

        response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        var series = await response.JsonAsync();
        response.Headers.Location!.ToString().Should().Be($"/api/series/{series.GetProperty("id").GetInt32()}/");
        series.GetProperty("rrule").GetString().Should().Be("FREQ=WEEKLY;COUNT=4;BYDAY=MO,WE");
        series.GetProperty("start_time").GetString().Should().Be("09:00");
        Starts(series).Should().Equal("2027-03-22T09:00:00Z", "2027-03-24T09:00:00Z", "2027-03-29T08:00:00Z", "2027-03-31T08:00:00Z");
        series.GetProperty("occurrences").EnumerateArray().Should().OnlyContain(one => one.GetProperty("series_id").GetInt32() == series.GetProperty("id").GetInt32());
        var read = await fixture.Staff.Http.GetJsonAsync(response.Headers.Location.ToString());
        read.GetRawText().Should().Be(series.GetRawText());
    }

    [Theory]
    [InlineData("""{"frequency":"weekly","interval":3,"count":3}""", "FREQ=WEEKLY;INTERVAL=3;COUNT=3;BYDAY=MO", "2026-12-07", "2026-12-28", "2027-01-18")]
    [InlineData("""{"frequency":"weekly","interval":2,"byday":["MO","FR"],"until":"2026-12-31"}""", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231;BYDAY=MO,FR", "2026-12-07", "2026-12-11", "2026-12-21", "2026-12-25")]
    [InlineData("""{"frequency":"weekly","interval":3,"count":3,"except_dates":["2026-12-28","2026-12-29"]}""", "FREQ=WEEKLY;INTERVAL=3;COUNT=3;BYDAY=MO", "2026-12-07", "2027-01-18")]
    public async Task Create_IntervalWeekdaysAndDatesLeftOut_AreWhatIsBookedPreviewedAndInTheCalendarFile(string recurrence, string rrule, params string[] days)
    {
        var body = $$$"""{"room_id":{{{await fixture.NewRoomAsync()}}},"date":"2026-12-07","start_time":"10:00","end_time":"11:00","purpose":"Lecture","attendees":1,"recurrence":{{{recurrence}}}}""";

        var preview = await (await fixture.Staff.Http.PostTextAsync($"{Address}preview/", body)).JsonAsync();
        var response = await fixture.Staff.Http.PostTextAsync(Address, body);

        response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        var series = await response.JsonAsync();
        series.GetProperty("rrule").GetString().Should().Be(rrule);
        series.GetProperty("recurrence").GetRawText().Should().Be(preview.GetProperty("recurrence").GetRawText());
        Starts(series).Should().Equal(days.Select(day => $"{day}T10:00:00Z"));
        preview.GetProperty("occurrences").EnumerateArray().Where(one => !one.GetProperty("is_skipped").GetBoolean()).Select(one => one.GetProperty("date").GetString())
            .Should().Equal(days);
        var file = await fixture.Anonymous.GetStringAsync($"{Address}{Id(series)}/calendar.ics");
        file.Split("\r\n").Where(line => line.StartsWith("DTSTART", StringComparison.Ordinal)).Should()
            .Equal(days.Select(day => $"DTSTART:{day.Replace("-", "", StringComparison.Ordinal)}T100000Z"));
    }

    [Fact]
    public async Task Get_ByOthers_HidesPurposeAndUser()
    {
        var series = await CreateAsync(await fixture.NewRoomAsync(), purpose: "Secret board");
        var address = $"{Address}{Id(series)}/";

        foreach (var reader in new[] { fixture.Anonymous, fixture.Other.Http })
        {
            var read = await reader.GetJsonAsync(address);
            read.GetRawText().Should().NotContain("Secret").And.NotContain("staff@");
            read.GetProperty("user").ValueKind.Should().Be(JsonValueKind.Null);
        }

        (await fixture.Administrator.Http.GetJsonAsync(address)).GetProperty("purpose").GetString().Should().Be("Secret board");
        await (await fixture.Anonymous.GetAsync($"{Address}987654/")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Create_Conflicts_AreListedByOccurrenceAndCanBeSkippedOrMoved()
    {
        var roomId = await fixture.NewRoomAsync();
        await fixture.Other.Http.BookAsync(roomId, At(7), At(7).AddHours(1), "Secret board");
        await fixture.App.AddBlackoutAsync(roomId, At(14), At(14).AddHours(1));

        var refused = await (await fixture.Staff.Http.PostAsJsonAsync(Address, Body(roomId))).ProblemAsync(HttpStatusCode.Conflict);

        refused.GetProperty("conflicts").GetArrayLength().Should().Be(1);
        var occurrences = refused.GetProperty("occurrences").EnumerateArray().ToList();
        occurrences.Select(one => one.GetProperty("problem").GetString()).Should().Equal("taken", "closed");
        occurrences[0].GetProperty("date").GetString().Should().Be("2026-12-01");
        occurrences[0].GetProperty("conflicts")[0].GetProperty("purpose").GetString().Should().Be("Reserved");
        var accepted = await fixture.Staff.Http.PostAsJsonAsync(
            Address, Body(roomId, skip: ["2026-12-01"], moves: [new { date = "2026-12-08", start_time = "15:00", end_time = "16:00" }]));
        accepted.StatusCode.Should().Be(HttpStatusCode.Created, await accepted.Content.ReadAsStringAsync());
        Starts(await accepted.JsonAsync()).Should().Equal("2026-11-24T10:00:00Z", "2026-12-08T15:00:00Z");
    }

    [Fact]
    public async Task Preview_Conflicts_ListsEachOccurrenceAndSavesNothing()
    {
        var roomId = await fixture.NewRoomAsync();
        await fixture.Other.Http.BookAsync(roomId, At(7), At(7).AddHours(1));

        var response = await fixture.Staff.Http.PostAsJsonAsync($"{Address}preview/", Body(roomId));

        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        var preview = await response.JsonAsync();
        preview.GetProperty("can_be_booked").GetBoolean().Should().BeFalse();
        preview.GetProperty("occurrences").EnumerateArray().Select(one => one.GetProperty("problem").GetString()).Should().Equal("none", "taken", "none");
        (await fixture.Anonymous.GetJsonAsync($"/api/reservations/?room_id={roomId}")).GetProperty("count").GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData("""{"frequency":"yearly","count":3}""", "recurrence.frequency")]
    [InlineData("""{"count":3}""", "recurrence.frequency")]
    [InlineData("""{"frequency":"weekly"}""", "recurrence.until")]
    [InlineData("""{"frequency":"weekly","count":3,"until":"2027-01-01"}""", "recurrence.until")]
    [InlineData("""{"frequency":"weekly","count":201}""", "recurrence.count")]
    [InlineData("""{"frequency":"weekly","count":3,"weekdays":["someday"]}""", "recurrence.weekdays")]
    [InlineData("""{"frequency":"weekly","count":3,"weekdays":"monday"}""", "recurrence.weekdays")]
    [InlineData("""{"frequency":"monthly_by_weekday","count":3,"week":"fifth"}""", "recurrence.week")]
    [InlineData("""{"frequency":"weekly","until":"tomorrow"}""", "recurrence.until")]
    [InlineData("\"weekly\"", "recurrence")]
    [InlineData("null", "recurrence")]
    public async Task Create_ImpossibleRecurrence_NamesTheField(string recurrence, string field)
    {
        var roomId = await fixture.NewRoomAsync();

        var response = await fixture.Staff.Http.PostTextAsync(
            Address,
            $$$"""{"room_id":{{{roomId}}},"date":"2026-12-01","start_time":"10:00","end_time":"11:00","purpose":"Edge","attendees":1,"recurrence":{{{recurrence}}}}""");

        await response.RefusalOfAsync(field);
    }

    [Theory]
    [InlineData("""[{"date":"2026-12-01"}]""", "moves.start_time")]
    [InlineData("""[{"start":"2026-12-01T10:00:00Z","end":"2026-12-01T11:00:00Z"}]""", "moves.date")]
    [InlineData("""["2026-12-01"]""", "moves")]
    [InlineData("""[{"\ud800":1}]""", "body")]
    [InlineData("""[{"date":"2026-12-01","start":"2026-12-01T10:00:00Z","end":"2026-12-01T09:00:00Z"}]""", "moves")]
    public async Task Create_ImpossibleMoves_NamesTheField(string moves, string field)
    {
        var roomId = await fixture.NewRoomAsync();

        var response = await fixture.Staff.Http.PostTextAsync(
            Address,
            $$$"""{"room_id":{{{roomId}}},"date":"2026-12-01","start_time":"10:00","end_time":"11:00","purpose":"Edge","attendees":1,"recurrence":{"frequency":"daily","count":2},"moves":{{{moves}}}}""");

        await response.RefusalOfAsync(field);
    }

    [Fact]
    public async Task Update_Following_AnswersTheNewSeries()
    {
        var series = await CreateAsync(await fixture.NewRoomAsync());
        var second = series.GetProperty("occurrences")[1].GetProperty("id").GetInt32();

        var response = await fixture.Staff.Http.PatchAsJsonAsync(
            $"{Address}{Id(series)}/", new { scope = "following", occurrence_id = second, start_time = "14:00", end_time = "15:00", purpose = "Later" });

        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        var rest = await response.JsonAsync();
        Id(rest).Should().NotBe(Id(series));
        Starts(rest).Should().Equal("2026-12-01T14:00:00Z", "2026-12-08T14:00:00Z");
        rest.GetProperty("kept").GetArrayLength().Should().Be(0);
        Starts(await fixture.Staff.Http.GetJsonAsync($"{Address}{Id(series)}/")).Should().Equal("2026-11-24T10:00:00Z");
    }

    [Theory]
    [InlineData("skip", """["2026-12-01"]""")]
    [InlineData("moves", """[{"date":"2026-12-01","start":"2026-12-01T12:00:00Z","end":"2026-12-01T13:00:00Z"}]""")]
    public async Task Update_ThisWithWhatSeveralCanHave_IsRefusedAndChangesNothing(string field, string value)
    {
        var series = await CreateAsync(await fixture.NewRoomAsync());
        var second = series.GetProperty("occurrences")[1].GetProperty("id").GetInt32();

        var response = await fixture.Staff.Http.PatchAsync(
            $"{Address}{Id(series)}/",
            new StringContent($$$"""{"scope":"this","occurrence_id":{{{second}}},"purpose":"Later","{{{field}}}":{{{value}}}}""", System.Text.Encoding.UTF8, "application/json"));

        await response.RefusalOfAsync(field);
        (await fixture.Staff.Http.GetJsonAsync($"{Address}{Id(series)}/")).GetProperty("occurrences").EnumerateArray()
            .Should().OnlyContain(one => one.GetProperty("purpose").GetString() == "Lecture");
    }

    [Fact]
    public async Task Cancel_All_FreesTheRoom()
    {
        var roomId = await fixture.NewRoomAsync();
        var series = await CreateAsync(roomId);

        var response = await fixture.Staff.Http.PostAsJsonAsync($"{Address}{Id(series)}/cancel/", new { scope = "all" });

        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        (await response.JsonAsync()).GetProperty("occurrences").EnumerateArray().Should().OnlyContain(one => one.GetProperty("status").GetString() == "cancelled");
        await CreateAsync(roomId);
        await (await fixture.Staff.Http.PostAsJsonAsync($"{Address}{Id(series)}/cancel/", new { scope = "all" })).ProblemAsync(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("{}", "scope")]
    [InlineData("""{"scope":"some"}""", "scope")]
    [InlineData("""{"scope":"this"}""", "occurrence_id")]
    [InlineData("""{"scope":"following","occurrence_id":987654}""", "occurrence_id")]
    [InlineData("""{"scope":"all","start_time":"12:00","end_time":"25:00"}""", "end_time")]
    [InlineData("""{"scope":"all","start_time":"12:00"}""", "end_time")]
    [InlineData("""{"scope":"all","attendees":99}""", "attendees")]
    [InlineData("""{"scope":"all","room_id":987654}""", "room_id")]
    [InlineData("""{"scope":"all","skip":["2026-11-25"]}""", "skip")]
    public async Task Update_ImpossibleField_IsNamed(string body, string field)
    {
        var series = await CreateAsync(await fixture.NewRoomAsync());

        var response = await fixture.Staff.Http.PatchAsync($"{Address}{Id(series)}/", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        await response.RefusalOfAsync(field);
    }

    [Fact]
    public async Task Changes_BySomebodyElse_Are403()
    {
        var series = await CreateAsync(await fixture.NewRoomAsync());

        await (await fixture.Other.Http.PatchAsJsonAsync($"{Address}{Id(series)}/", new { scope = "all", attendees = 1 })).ProblemAsync(HttpStatusCode.Forbidden);
        await (await fixture.Other.Http.PostAsJsonAsync($"{Address}{Id(series)}/cancel/", new { scope = "all" })).ProblemAsync(HttpStatusCode.Forbidden);
    }

    private static DateTime At(int day) => new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc).AddDays(day);

    private static object Body(int roomId, string purpose = "Lecture", string[]? skip = null, object[]? moves = null) => new
    {
        room_id = roomId,
        start = At(0),
        end = At(0).AddHours(1),
        recurrence = new { frequency = "weekly", until = "2026-12-10" },
        purpose,
        attendees = 5,
        skip,
        moves,
    };

    private async Task<JsonElement> CreateAsync(int roomId, string purpose = "Lecture")
    {
        var response = await fixture.Staff.Http.PostAsJsonAsync(Address, Body(roomId, purpose));
        response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    private static int Id(JsonElement series) => series.GetProperty("id").GetInt32();

    private static IEnumerable<string?> Starts(JsonElement series) =>
        series.GetProperty("occurrences").EnumerateArray().Select(one => one.GetProperty("start").GetString());
}
