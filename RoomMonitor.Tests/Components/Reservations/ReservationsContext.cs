using System.Globalization;
using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Fluxor;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.State;
using RoomMonitor.Tests.State.Reservations;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Reservations;
using RoomMonitor.Web.Shell;

namespace RoomMonitor.Tests.Components.Reservations;

/// <summary>"My reservations" of a member of staff over a real database, on Tuesday 2026-11-24, 14:12, with a board that a test moves.</summary>
internal sealed class ReservationsContext : BunitContext, IAsyncDisposable
{
    private ReservationsContext(TestDatabase database, UserAccount user, Room room)
    {
        Database = database;
        Room = room;
        Me = new Caller(new Actor(user.Id, user.UserName!), IsAdministrator: false);
        JSInterop.Mode = JSRuntimeMode.Loose;
        var authorization = this.AddAuthorization();
        authorization.SetAuthorized(user.UserName!);
        authorization.SetClaims(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)));
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(database.Clock);
        Services.AddKeyedSingleton<TimeProvider>(CampusTime.Key, database.Clock);
        Services.AddSingleton(Board.Broadcaster);
        Services.AddReservations(database);
        Services.AddRoomMonitorState();
    }

    public TestDatabase Database { get; }

    public TestBoard Board { get; } = new TestBoard().With(TestBoard.Rooms(5));

    public Room Room { get; }

    /// <summary>Whose page it is.</summary>
    public Caller Me { get; }

    /// <summary>What was dispatched since the page was opened.</summary>
    public List<object> Dispatched { get; } = [];

    public static async Task<ReservationsContext> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        database.Clock.SetUtcNow(TestBoard.Start);
        var room = await database.AddRoomAsync();
        var user = new UserAccount { UserName = "lena@test.local", Email = "lena@test.local" };
        await using var context = database.Open();
        context.Add(user);
        await context.SaveChangesAsync();
        return new ReservationsContext(database, user, room);
    }

    /// <summary>Books for the owner of the page; minutes count from now.</summary>
    public Task<Reservation> BookAsync(int fromMinutes, int toMinutes, string purpose = "Seminar", Room? room = null) => Database.Reservations.CreateAsync(
        new ReservationDraft(
            (room ?? Room).Id, TestBoard.Start.AddMinutes(fromMinutes), TestBoard.Start.AddMinutes(toMinutes), new ReservationDetails(purpose, 5)),
        Me,
        default);

    public async Task<Reservation> FindAsync(int id)
    {
        await using var context = Database.Open();
        return (await context.Reservations.FindAsync(id))!;
    }

    /// <summary>Opens the store and the page, and waits until it has read.</summary>
    public async Task<IRenderedComponent<ReservationsPage>> OpenAsync(string query = "")
    {
        await Services.GetRequiredService<IStore>().InitializeAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/reservations" + query);
        Services.GetRequiredService<IDispatcher>().ActionDispatched += (_, happened) => Dispatched.Add(happened.Action);
        var page = Render<ReservationsPage>();
        page.WaitForAssertion(() => page.FindAll("[aria-busy]").Should().BeEmpty(), TimeSpan.FromSeconds(30));
        return page;
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }
}
