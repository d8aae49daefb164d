using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Data;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Sessions;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Tests.Support;

/// <summary>
/// The whole server in this process, on a database file of its own. Settings, services and the clock can be replaced until the first use.
/// The environment is "Testing" unless set: nothing seeded, no demo users.
/// </summary>
public sealed class RoomMonitorApp : WebApplicationFactory<Program>
{
    public const int HashIterations = 1_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roommonitor-test-");
    private readonly Dictionary<string, string> _settings = new() { ["Demo:Seed"] = "false", ["Demo:Simulate"] = "false", ["Booking:MostPerHour"] = "0" };
    private readonly List<Action<IServiceCollection>> _services = [];
    private string _environment = "Testing";

    public string DatabaseFile => Path.Combine(_folder.FullName, "test.db");

    public RoomMonitorApp With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    /// <summary>Leaves the demo to the defaults of the environment; it is off otherwise.</summary>
    public RoomMonitorApp WithoutDemoSettings()
    {
        _settings.Remove("Demo:Seed");
        _settings.Remove("Demo:Simulate");
        return this;
    }

    public RoomMonitorApp WithEnvironment(string environment)
    {
        _environment = environment;
        return this;
    }

    public RoomMonitorApp WithServices(Action<IServiceCollection> configure)
    {
        _services.Add(configure);
        return this;
    }

    /// <summary>All of the server's time, tokens and campus alike, stands still until the test moves it.</summary>
    public RoomMonitorApp WithTime(FakeTimeProvider time) => WithServices(services => services.AddSingleton<TimeProvider>(time));

    /// <summary>Adds rooms and puts them on the board; gives them back with their ids.</summary>
    public async Task<IReadOnlyList<Room>> AddRoomsAsync(params Room[] rooms)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RoomMonitorDbContext>();
        context.Rooms.AddRange(rooms);
        await context.SaveChangesAsync();
        await ReloadAsync();
        return rooms;
    }

    public async Task<Room> AddRoomAsync(string code = "R1", int capacity = 20, bool requiresApproval = false) =>
        (await AddRoomsAsync(new Room { Code = code, Name = code, Building = "Main", Floor = 1, Capacity = capacity, RequiresApproval = requiresApproval }))[0];

    public async Task AddBlackoutAsync(int roomId, DateTime start, DateTime end)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RoomMonitorDbContext>();
        context.Blackouts.Add(new Blackout { RoomId = roomId, Start = start, End = end });
        await context.SaveChangesAsync();
        await ReloadAsync();
    }

    /// <summary>Puts the board on what the database says, as a changed room does.</summary>
    public async Task ReloadAsync()
    {
        var load = await Services.GetRequiredService<OccupancyLoader>().LoadAsync(CancellationToken.None);
        Services.GetRequiredService<OccupancyBroadcaster>().Load(load);
    }

    /// <summary>Adds a user (without a password) and gives a client that carries a token of theirs.</summary>
    public async Task<SignedInClient> SignInAsync(string name, string? role = Roles.Staff)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var user = await users.FindByNameAsync(name);
        if (user is null)
        {
            user = new UserAccount { UserName = name, Email = name };
            (await users.CreateAsync(user)).Succeeded.Should().BeTrue();
            if (role is not null)
            {
                (await users.AddToRoleAsync(user, role)).Succeeded.Should().BeTrue();
            }
        }

        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserAccount>>().CreateAsync(user);
        var session = await Services.GetRequiredService<SessionStore>().StartAsync(user.Id, SessionKind.Tokens, TimeSpan.FromDays(3650));
        principal.Identities.First().AddClaim(new Claim(SessionClaims.Session, session.Id.ToString()));
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TokenFor(principal, TimeSpan.FromHours(1)));
        return new SignedInClient(user.Id, client);
    }

    public Task<SignedInClient> SignInAsAdministratorAsync() => SignInAsync("admin@test.local", Roles.Administrator);

    /// <summary>A token as the login gives it.</summary>
    public string TokenFor(ClaimsPrincipal principal, TimeSpan lifetime)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(AccountSchemes.Token);
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + lifetime };
        return options.BearerTokenProtector.Protect(new AuthenticationTicket(principal, properties, $"{AccountSchemes.Token}:AccessToken"));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        DatabaseTemplates.CopyMigrated(DatabaseFile);
        builder.UseEnvironment(_environment);
        builder.UseSetting("ConnectionStrings:RoomMonitor", $"Data Source={DatabaseFile}");
        builder.UseSetting("Accounts:KeyFolder", Path.Combine(_folder.FullName, "keys"));
        builder.UseSetting("Campus:TimeZone", "Europe/Lisbon");
        foreach (var (setting, value) in _settings)
        {
            builder.UseSetting(setting, value);
        }

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureTestServices(services =>
        {
            // Tests sign in hundreds of times; what real hashes cost is looked at where it matters (PasswordTests).
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
            _services.ForEach(configure => configure(services));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            SqliteConnection.ClearAllPools();
            _folder.Delete(recursive: true);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_folder.Exists)
        {
            SqliteConnection.ClearAllPools();
            _folder.Refresh();
            if (_folder.Exists)
            {
                _folder.Delete(recursive: true);
            }
        }
    }
}
