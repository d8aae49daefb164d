using System.Net;
using System.Net.Http.Json;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data;
using RoomMonitor.Domain.Names;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

/// <summary>Texts that show another thing than they hold are refused by name, and what an older version let in harms nobody.</summary>
public sealed class HiddenCharacterInputTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private static readonly DateTime _start = new(2027, 6, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("purpose", "Exam\u202ecod.exe")]
    [InlineData("purpose", "Exam\u0007")]
    [InlineData("purpose", "\u001b[31mExam")]
    [InlineData("purpose", "Exam\u2066x")]
    [InlineData("purpose", "Exam\u009bx")]
    [InlineData("contact_email", "ada\u202e@example.edu")]
    [InlineData("contact_email", "ask Ada")]
    [InlineData("contact_email", "ada@example.edu\nBcc: all@example.edu")]
    [InlineData("contact_phone", "47\u202e11")]
    [InlineData("contact_phone", "in the morning")]
    public async Task Field_ThatHidesSomething_IsRefusedByName(string field, string value)
    {
        var roomId = await fixture.NewRoomAsync();
        var booked = await fixture.Staff.Http.BookAsync(roomId, _start, _start.AddHours(1));
        var body = new Dictionary<string, object>
        {
            ["room_id"] = roomId,
            ["start"] = _start.AddHours(2),
            ["end"] = _start.AddHours(3),
            ["purpose"] = "Exam",
            ["attendees"] = 1,
            [field] = value,
        };

        await (await fixture.Staff.Http.PostAsJsonAsync("/api/reservations/", body)).RefusalOfAsync(field);
        var series = new Dictionary<string, object>(body) { ["recurrence"] = new { frequency = "weekly", count = 2 } };
        await (await fixture.Staff.Http.PostAsJsonAsync("/api/series/", series)).RefusalOfAsync(field);
        var patch = new Dictionary<string, object> { [field] = value };
        await (await fixture.Staff.Http.PatchAsJsonAsync($"/api/reservations/{booked.GetProperty("id")}/", patch)).RefusalOfAsync(field);
    }

    [Fact]
    public async Task Contacts_ThatAreSome_AreTaken()
    {
        var response = await fixture.Staff.Http.PostAsJsonAsync("/api/reservations/", new
        {
            room_id = await fixture.NewRoomAsync(),
            start = _start,
            end = _start.AddHours(1),
            purpose = "Exam\nin two parts",
            attendees = 1,
            contact_email = "ada@example.edu",
            contact_phone = "+351 21 792 1000",
        });

        response.StatusCode.Should().Be(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Stored_ByAnOlderVersion_CanBeMovedAndLeavesClean()
    {
        var roomId = await fixture.NewRoomAsync();
        var id = (await fixture.Staff.Http.BookAsync(roomId, _start, _start.AddHours(1))).GetProperty("id").GetInt32();
        await using (var scope = fixture.App.Services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<RoomMonitorDbContext>();
            await database.Reservations.Where(one => one.Id == id).ExecuteUpdateAsync(one => one
                .SetProperty(r => r.Purpose, "Exam\u202e\u0007\rX-EVIL:1\nEND:VCALENDAR").SetProperty(r => r.ContactPhone, "ask me"));
        }

        var moved = await fixture.Staff.Http.PatchAsJsonAsync($"/api/reservations/{id}/", new { end = _start.AddHours(2) });
        var text = await fixture.Staff.Http.GetStringAsync($"/api/reservations/{id}/calendar.ics");

        moved.StatusCode.Should().Be(HttpStatusCode.OK, await moved.Content.ReadAsStringAsync());
        HiddenCharacters.FindIn(text.Replace("\r\n", "", StringComparison.Ordinal)).Should().BeNull();
        text.Split("\r\n").Should().NotContain(line => line.StartsWith("X-EVIL", StringComparison.Ordinal));
        Calendar.Load(text)!.Events.Should().ContainSingle().Which.Summary.Should().Be("Exam  \nX-EVIL:1\nEND:VCALENDAR");
    }

    [Fact]
    public async Task Login_PasswordWithAnything_IsOnlyWrong()
    {
        var response = await fixture.Anonymous.PostAsJsonAsync("/api/auth/login/", new { email = "nobody@test.local", password = "tab\tand\u202eoverride" });

        await response.ProblemAsync(HttpStatusCode.Unauthorized);
        await (await fixture.Anonymous.PostAsJsonAsync("/api/auth/login/", new { email = "nobody\u001b@test.local", password = "x" })).RefusalOfAsync("email");
    }
}
