using System.Net;
using System.Net.Http.Json;
using System.Text;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class ReservationInputTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Address = "/api/reservations/";

    [Fact]
    public async Task Create_CamelCaseCampusTimes_Books()
    {
        var roomId = await fixture.NewRoomAsync();

        // Summer time in Lisbon: an hour ahead of UTC. A form sends numbers as texts.
        var response = await fixture.Staff.Http.PostTextAsync(
            Address,
            $$"""{"roomId":"{{roomId}}","date":"2027-06-01","startTime":"09:00","endTime":"10:30","purpose":" Exam ","attendees":3,"contactEmail":"","start":null}""");

        response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        var reservation = await response.JsonAsync();
        reservation.GetProperty("start").GetString().Should().Be("2027-06-01T08:00:00Z");
        reservation.GetProperty("end_time").GetString().Should().Be("10:30");
        reservation.GetProperty("purpose").GetString().Should().Be("Exam");
    }

    [Theory]
    [InlineData("2026-12-01", "22:00", "00:00", "2026-12-02T00:00:00Z")]
    [InlineData("2026-12-02", "00:00", "00:00", "2026-12-03T00:00:00Z")]
    [InlineData("2026-12-02", "00:00", "24:00", "2026-12-03T00:00:00Z")]
    [InlineData("2027-10-31", "00:30", "01:30", "2027-10-31T00:30:00Z")] // repeated: the earlier instant
    [InlineData("2027-03-27", "22:00", "00:00", "2027-03-28T00:00:00Z")]
    public async Task Create_CampusTimesAtTheEdge_EndsAtTheInstant(string date, string startTime, string endTime, string end)
    {
        var roomId = await fixture.NewRoomAsync();

        var response = await fixture.Staff.Http.PostAsJsonAsync(
            Address, new { room_id = roomId, date, start_time = startTime, end_time = endTime, purpose = "Edge", attendees = 1 });

        response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        (await response.JsonAsync()).GetProperty("end").GetString().Should().Be(end);
    }

    [Theory]
    [InlineData("2027-03-28", "01:30", "03:00", "start_time")] // skipped
    [InlineData("2027-03-28", "00:30", "01:30", "end_time")] // skipped
    [InlineData("2026-12-01", "10:00", "10:00", "end_time")]
    [InlineData("2026-12-01", "10:00", "09:00", "end_time")]
    [InlineData("2026-11-22", "10:00", "11:00", "start_time")] // past: named as it was written
    [InlineData("2026-13-01", "10:00", "11:00", "date")]
    [InlineData("2026-12-01", "ten", "11:00", "start_time")]
    [InlineData("2026-12-01", "10:00", "25:00", "end_time")]
    [InlineData("2026-12-01", "10:00", "", "end_time")]
    [InlineData("", "10:00", "11:00", "date")]
    public async Task Create_ImpossibleCampusTimes_NamesTheField(string date, string startTime, string endTime, string field)
    {
        var roomId = await fixture.NewRoomAsync();

        var response = await fixture.Staff.Http.PostAsJsonAsync(
            Address, new { room_id = roomId, date, start_time = startTime, end_time = endTime, purpose = "Edge", attendees = 1 });

        await response.RefusalOfAsync(field);
    }

    [Theory]
    [InlineData("2026-12-01T10:00:00", "2026-12-01T11:00:00Z", "start")] // no offset
    [InlineData("2026-12-01", "2026-12-01T11:00:00Z", "start")]
    [InlineData("2026-12-01T10:00:00+99:00", "2026-12-01T11:00:00Z", "start")]
    [InlineData("0001-01-01T00:00:00+14:00", "2026-12-01T11:00:00Z", "start")]
    [InlineData("9999-12-31T23:59:59-14:00", "2026-12-01T11:00:00Z", "start")]
    [InlineData("2026-12-01T10:00:00Z", "2026-12-01T10:00:00Z", "end")]
    [InlineData("2026-12-01T10:00:00Z", "2026-12-01T09:00:00Z", "end")]
    [InlineData("2026-12-01T10:00:00Z", "2027-12-01T10:00:00Z", "end")] // a year
    [InlineData("2026-12-01T10:00:00Z", "", "end")]
    [InlineData("2026-11-23T08:59:59Z", "2026-11-23T10:00:00Z", "start")] // a second before the running minute
    [InlineData("2031-12-01T10:00:00Z", "2031-12-01T11:00:00Z", "start")]
    public async Task Create_ImpossibleInstants_NamesTheField(string start, string end, string field)
    {
        var roomId = await fixture.NewRoomAsync();

        var response = await fixture.Staff.Http.PostAsJsonAsync(Address, new { room_id = roomId, start, end, purpose = "Edge", attendees = 1 });

        await response.RefusalOfAsync(field);
    }

    [Theory]
    [InlineData("2026-12-01T10:00:00.5+05:30", "2026-12-01T04:30:00.5Z")]
    [InlineData("2026-12-01t10:00z", "2026-12-01T10:00:00Z")]
    public async Task Create_OtherSpellingsOfAnInstant_AreTaken(string start, string expected)
    {
        var roomId = await fixture.NewRoomAsync();

        var response = await fixture.Staff.Http.PostAsJsonAsync(
            Address, new { room_id = roomId, start, end = "2026-12-01T12:00:00Z", purpose = "Edge", attendees = 1 });

        (await response.JsonAsync()).GetProperty("start").GetString().Should().Be(expected);
    }

    [Theory]
    [InlineData("\"room_id\":987654", "room_id")]
    [InlineData("\"room_id\":\"main hall\"", "room_id")]
    [InlineData("\"room_id\":1.5", "room_id")]
    [InlineData("\"room_id\":99999999999", "room_id")]
    [InlineData("\"room_id\":\"\"", "room_id")]
    [InlineData("\"attendees\":[5]", "attendees")]
    [InlineData("\"attendees\":0", "attendees")]
    [InlineData("\"attendees\":21", "attendees")]
    [InlineData("\"attendees\":null", "attendees")]
    [InlineData("\"purpose\":\"  \"", "purpose")]
    [InlineData("\"purpose\":42", "purpose")]
    [InlineData("\"purpose\":\"\\ud800\"", "purpose")]
    [InlineData("\"start\":1764583200", "start")]
    [InlineData("\"contact_email\":{}", "contact_email")]
    public async Task Create_ImpossibleField_IsNamed(string replaced, string field)
    {
        var roomId = await fixture.NewRoomAsync();
        var fields = new Dictionary<string, string>
        {
            ["room_id"] = $"\"room_id\":{roomId}",
            ["start"] = "\"start\":\"2026-12-01T10:00:00Z\"",
            ["end"] = "\"end\":\"2026-12-01T11:00:00Z\"",
            ["purpose"] = "\"purpose\":\"Edge\"",
            ["attendees"] = "\"attendees\":1",
            [field] = replaced,
        };

        var response = await fixture.Staff.Http.PostTextAsync(Address, $"{{{string.Join(',', fields.Values)}}}");

        var problem = await response.RefusalOfAsync(field);
        problem.GetProperty("errors").EnumerateObject().Should().HaveCount(1);
    }

    [Fact]
    public async Task Create_NothingGiven_NamesEveryRequiredField()
    {
        var response = await fixture.Staff.Http.PostTextAsync(Address, "{}");

        var problem = await response.RefusalOfAsync("room_id");
        problem.GetProperty("errors").Fields().Should().BeEquivalentTo("room_id", "start", "end", "purpose", "attendees");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"room\"")]
    [InlineData("{\"room_id\":1,}")]
    [InlineData("{\"room_id\":1,\"room_id\":2}")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}")]
    public async Task Create_NoJsonObject_NamesTheBody(string body)
    {
        await (await fixture.Staff.Http.PostTextAsync(Address, body)).RefusalOfAsync("body");
    }

    [Fact]
    public async Task Create_NoBodyAtAll_NamesTheBody()
    {
        await (await fixture.Staff.Http.PostAsync(Address, null)).RefusalOfAsync("body");
    }

    [Fact]
    public async Task Create_BrokenUtf8_NamesTheBody()
    {
        var content = new ByteArrayContent([(byte)'{', (byte)'"', 0xff, 0xfe, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        content.Headers.ContentType = new("application/json");

        await (await fixture.Staff.Http.PostAsync(Address, content)).RefusalOfAsync("body");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Create_Over64KiB_Is413(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address);
        var body = Encoding.UTF8.GetBytes($"{{\"purpose\":\"{new string('x', 65 * 1024)}\"}}");
        request.Content = chunked ? new StreamContent(new MemoryStream(body)) : new ByteArrayContent(body);
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = chunked;

        await (await fixture.Staff.Http.SendAsync(request)).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Create_Form_Is415()
    {
        await (await fixture.Staff.Http.PostTextAsync(Address, "room_id=1", "application/x-www-form-urlencoded"))
            .ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("""{"start":"2026-12-01T10:00:00"}""", "start")]
    [InlineData("""{"date":"2026-12-01"}""", "start_time")]
    [InlineData("""{"attendees":500}""", "attendees")]
    [InlineData("""{"room_id":987654}""", "room_id")]
    [InlineData("""{"end":"2026-11-23T09:30:00Z"}""", "end")]
    public async Task Update_ImpossibleField_IsNamed(string body, string field)
    {
        var roomId = await fixture.NewRoomAsync();
        var booked = await fixture.Staff.Http.BookAsync(roomId, ApiFixture.Now.AddHours(1), ApiFixture.Now.AddHours(2));

        var response = await fixture.Staff.Http.PatchAsync(
            $"{Address}{booked.GetProperty("id").GetInt32()}/", new StringContent(body, Encoding.UTF8, "application/json"));

        await response.RefusalOfAsync(field);
    }

    [Fact]
    public async Task Update_TakenSlot_Is409WithConflicts()
    {
        var roomId = await fixture.NewRoomAsync();
        await fixture.Other.Http.BookAsync(roomId, ApiFixture.Now.AddHours(2), ApiFixture.Now.AddHours(3));
        var booked = await fixture.Staff.Http.BookAsync(roomId, ApiFixture.Now.AddHours(1), ApiFixture.Now.AddHours(2));

        var response = await fixture.Staff.Http.PatchAsJsonAsync(
            $"{Address}{booked.GetProperty("id").GetInt32()}/", new { end = ApiFixture.Now.AddHours(2.5) });

        (await response.ProblemAsync(HttpStatusCode.Conflict)).GetProperty("conflicts").GetArrayLength().Should().Be(1);
    }
}
