using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Hosting;

/// <summary>What a server makes of an empty database when nobody says anything about the demo.</summary>
public sealed class EnvironmentDefaultsTests
{
    private static readonly string[] _demoUsers = ["admin@demo.local", "staff@demo.local"];

    [Fact]
    public async Task Start_Development_HasTheDemoCampusAndItsUsers()
    {
        await using var app = new RoomMonitorApp().WithEnvironment("Development").WithoutDemoSettings();

        var rooms = await app.CreateClient().GetJsonAsync("/api/rooms/");

        rooms.EnumerateArray().Should().HaveCountGreaterThanOrEqualTo(60, "Development starts with the demo campus");
        foreach (var email in _demoUsers)
        {
            using var answer = await LoginAsync(app, email);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, "{0} is there in Development: {1}", email, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Start_Production_HasNoRoomAndNoUser()
    {
        await using var app = new RoomMonitorApp().WithEnvironment("Production").WithoutDemoSettings();

        var rooms = await app.CreateClient().GetJsonAsync("/api/rooms/");

        rooms.EnumerateArray().Should().BeEmpty("nothing is invented in Production");
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RoomMonitorDbContext>();
        (await context.Rooms.CountAsync()).Should().Be(0, "inactive rooms are not invented either");
        (await context.Users.Select(user => user.UserName).ToListAsync()).Should().BeEmpty("the demo's password is public");
        foreach (var email in _demoUsers)
        {
            using var answer = await LoginAsync(app, email);
            answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized, "{0} is for Development only: {1}", email, await answer.Content.ReadAsStringAsync());
        }
    }

    private static Task<HttpResponseMessage> LoginAsync(RoomMonitorApp app, string email) =>
        app.CreateClient().PostTextAsync("/api/auth/login/", $$"""{"email":"{{email}}","password":"Demo-campus-1"}""");
}
