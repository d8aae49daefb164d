using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Tests.Support;
using RoomMonitor.Tests.WebSockets;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Tests.Security;

public sealed class SecurityLogTests
{
    private const int Refused = 902;
    private const int Paired = 905;
    private const int Revoked = 906;
    private const int NotAllowed = 911;

    [Fact]
    public async Task Screen_PairedAndRevoked_IsLoggedWithWhomAndWithoutSecrets()
    {
        using var log = new EventLog();
        await using var app = new RoomMonitorApp().WithServices(services => services.AddSingleton<ILoggerProvider>(log));
        var room = await app.AddRoomAsync();
        var registry = app.Services.GetRequiredService<KioskRegistry>();
        var administrator = new Caller(new Actor(null, "ada@test.local"), IsAdministrator: true);
        var (device, code) = await registry.RegisterAsync(new KioskDraft("Door", KioskKind.Room, room.Id, null, null, false, false), administrator, default);

        (await app.CreateBrowser().PostAsync($"/kiosk/pair/{code}", null)).StatusCode.Should().Be(HttpStatusCode.Found);
        await registry.RevokeAsync(device.Id, administrator, default);

        log.Of(Paired).Should().ContainSingle().Which.Should().StartWith($"Screen {device.Id} was paired").And.NotContain(code);
        log.Of(Revoked).Should().Equal($"Screen {device.Id} was revoked, by ada@test.local");
    }

    [Fact]
    public async Task Request_WithoutTheRight_IsLogged_AndNobodyFillsTheLogWithThem()
    {
        using var log = new EventLog();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        await using var app = new RoomMonitorApp().WithTime(time).WithServices(services => services.AddSingleton<ILoggerProvider>(log).AddLogging(
            logging => logging.AddFilter(typeof(SecurityLog).FullName, LogLevel.Information)));
        var staff = await app.SignInAsync("staff@test.local");
        using var anybody = app.CreateClient();

        (await staff.Http.GetAsync("/api/activity/feed/")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        for (var request = 0; request < 50; request++)
        {
            (await anybody.GetAsync("/api/profile/")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        var lines = log.Of(NotAllowed);
        lines.Should().HaveCount(20);
        lines[0].Should().Contain($"GET /api/activity/feed/ was refused with 403: user {staff.UserId}");
        time.Advance(TimeSpan.FromMinutes(1));
        await anybody.GetAsync("/api/profile/");
        log.Of(NotAllowed).Should().HaveCount(21).And.Subject.Last().Should().Contain("nobody").And.Contain("31 more were refused");
    }

    [Fact]
    public void SignInRefused_NameThatForgesLines_StaysOneShortLine()
    {
        using var log = new EventLog();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));

        new SecurityLog(factory.CreateLogger<SecurityLog>()).SignInRefused($"ada\r\ninfo: all is well\u001b[2J\u202e{new string('x', 5_000)}", IPAddress.Loopback);

        var line = log.Of(Refused).Should().ContainSingle().Subject;
        HiddenCharacters.FindIn(line).Should().BeNull();
        line.Should().Contain("ada").And.Contain("127.0.0.1");
        line.Length.Should().BeLessThan(200);
    }
}
