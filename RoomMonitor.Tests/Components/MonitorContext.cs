using Bunit;
using Bunit.TestDoubles;
using Fluxor;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using RoomMonitor.Data;
using RoomMonitor.Data.Activity;
using RoomMonitor.Data.Occupancy;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Data.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Tests.State.Reservations;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Hosting.Configuration;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Shell;

namespace RoomMonitor.Tests.Components;

/// <summary>What the monitor's components need, over a board in memory.</summary>
internal sealed class MonitorContext : BunitContext, IAsyncDisposable
{
    public MonitorContext(TestBoard board)
    {
        Board = board;
        JSInterop.Mode = JSRuntimeMode.Loose;
        var script = JSInterop.SetupModule("./js/room-monitor-grid.js");
        script.Mode = JSRuntimeMode.Loose;
        Grid = script.SetupModule("attach", _ => true);
        Grid.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(board.Clock);
        Services.AddKeyedSingleton<TimeProvider>(CampusTime.Key, board.Clock);
        Services.AddSingleton(board.Broadcaster);
        Services.AddSingleton(Options.Create(new CampusOptions { Name = "Northmere University", TimeZone = "Europe/Lisbon" }));
        AuthorizationState = this.AddAuthorization();
        Services.AddScoped<CircuitCaller>();
        Services.AddSingleton(new ProfileService(new BrokenDatabase()));
        Services.AddSingleton(board.Snapshot.Calendar);
        Services.AddSingleton(new HeldRoomQueries(new BrokenDatabase()));
        Services.AddLogging();
        Services.AddReservations();
        Services.AddRoomMonitorState();

        // Nobody is signed in: the feed of what concerns the user asks no database.
        Services.AddSingleton(new OccupancyQueries(null!));
        Services.AddSingleton(new ActivityQueries(null!));
        Services.AddSingleton(Options.Create(new NotificationsOptions()));
    }

    public TestBoard Board { get; }

    public BunitJSModuleInterop Grid { get; }

    /// <summary>Nobody, until a test says who.</summary>
    public BunitAuthorizationContext AuthorizationState { get; }

    /// <summary>Opens the store and renders.</summary>
    public async Task<IRenderedComponent<T>> OpenAsync<T>()
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        await Services.GetRequiredService<IStore>().InitializeAsync();
        return Render<T>();
    }

    /// <summary>What the feed does with a batch.</summary>
    public void Publish() =>
        Services.GetRequiredService<IDispatcher>().Dispatch(new RoomsUpdated(Board.Snapshot, [], Board.Clock.GetUtcNow().UtcDateTime));

    /// <summary>What the browser does when the list was scrolled.</summary>
    public Task ScrollAsync(MonitorViewport viewport)
    {
        var attach = JSInterop.Invocations["attach"].Single();
        var module = (Microsoft.JSInterop.DotNetObjectReference<RoomMonitorGridModule>)attach.Arguments[1]!;
        return module.Value.OnViewportChanged(viewport);
    }

    public new ValueTask DisposeAsync() => base.DisposeAsync();
}
