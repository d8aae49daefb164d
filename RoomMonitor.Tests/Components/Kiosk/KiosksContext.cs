using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Fluxor;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Tests.State.Reservations;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Hosting.Configuration;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Kiosks.Fleet;
using RoomMonitor.Web.Security;
using RoomMonitor.Web.Shell;

namespace RoomMonitor.Tests.Components.Kiosk;

/// <summary>The page of screens for an administrator over a real database, with a fleet that a test moves.</summary>
internal sealed class KiosksContext : BunitContext, IAsyncDisposable
{
    private static readonly Caller _administrator = new(new Actor(null, "admin@test.local"), IsAdministrator: true);

    private KiosksContext(TestDatabase database)
    {
        Database = database;
        JSInterop.Mode = JSRuntimeMode.Loose;
        User = this.AddAuthorization();
        User.SetAuthorized("admin@test.local");
        User.SetRoles(Roles.Administrator);
        User.SetClaims(new Claim(ClaimTypes.NameIdentifier, "1"));
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(database.Clock);
        Services.AddKeyedSingleton<TimeProvider>(CampusTime.Key, Board.Clock);
        Services.AddSingleton(Board.Broadcaster);
        Services.AddSingleton(Options.Create(new CampusOptions { Name = "Northmere University", TimeZone = "Europe/Lisbon" }));
        Services.AddReservations(database);
        Services.AddSingleton(database.Services.GetRequiredService<KioskService>());
        Services.AddSingleton<KioskFleet>();
        Services.AddSingleton<KioskCodes>();
        Services.AddSingleton<SecurityLog>();
        Services.AddSingleton<KioskRegistry>();
        Services.AddRoomMonitorState();
    }

    public TestDatabase Database { get; }

    public BunitAuthorizationContext User { get; }

    public TestBoard Board { get; } = new TestBoard().With(TestBoard.Rooms(5));

    public KioskFleet Fleet => Services.GetRequiredService<KioskFleet>();

    public KioskRegistry Registry => Services.GetRequiredService<KioskRegistry>();

    /// <summary>What was dispatched since the page was opened.</summary>
    public List<object> Dispatched { get; } = [];

    public static async Task<KiosksContext> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await database.AddRoomAsync();
        return new KiosksContext(database);
    }

    /// <summary>A screen that waits for its link.</summary>
    public Task<KioskInvitation> RegisterAsync(string name = "Main entrance", int? roomId = 1) => Registry.RegisterAsync(
        roomId is null
            ? new KioskDraft(name, KioskKind.Overview, null, "Building A", null, ShowsDetails: false, MayBook: false)
            : new KioskDraft(name, KioskKind.Room, roomId, null, null, ShowsDetails: false, MayBook: true),
        _administrator,
        default);

    /// <summary>A screen whose link was opened.</summary>
    public async Task<KioskDevice> PairAsync(string name = "Main entrance", int? roomId = 1) =>
        (await Registry.PairAsync((await RegisterAsync(name, roomId)).Code, "test", default))!.Device;

    public void Report(KioskDevice device, params int[] freshness) => Fleet.Report(device.Id, new KioskReport
    {
        At = Database.Clock.GetUtcNow().UtcDateTime,
        Page = "/kiosk/rooms/1",
        Version = "2.4.1",
        Width = 1280,
        Height = 800,
        SkewMilliseconds = -640_000,
        DataAgeMilliseconds = 2_000,
        Connection = KioskConnection.Live,
        FreshnessMilliseconds = [.. freshness],
        Unseen = 0,
    });

    public async Task<IRenderedComponent<KiosksPage>> OpenAsync(string query = "")
    {
        await Services.GetRequiredService<IStore>().InitializeAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/admin/kiosks" + query);
        Services.GetRequiredService<IDispatcher>().ActionDispatched += (_, happened) => Dispatched.Add(happened.Action);
        return Render<KiosksPage>();
    }

    /// <summary>Half a second goes by, after which the page knows what the fleet knows.</summary>
    public void Tick() => Database.Clock.Advance(KioskFleetWatch.Interval);

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }
}
