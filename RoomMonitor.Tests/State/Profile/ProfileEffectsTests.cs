using System.Globalization;
using System.Security.Claims;
using Fluxor;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Features.Profile;

namespace RoomMonitor.Tests.State.Profile;

public sealed class ProfileEffectsTests : IAsyncLifetime
{
    private readonly List<Toast> _toasts = [];
    private TestDatabase _database = null!;
    private BrokenDatabase _broken = null!;
    private ServiceProvider _services = null!;
    private UserAccount _user = null!;
    private int _roomId;
    private ClaimsPrincipal _principal = new();

    private ProfileState State => _services.GetRequiredService<IState<ProfileState>>().Value;

    private IDispatcher Dispatcher => _services.GetRequiredService<IDispatcher>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _roomId = (await _database.AddRoomAsync()).Id;
        await using (var context = _database.Open())
        {
            _user = new UserAccount { UserName = "ada", Email = "ada@test.local", Theme = ThemePreference.Dark };
            context.Users.Add(_user);
            await context.SaveChangesAsync();
        }

        _principal = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, _user.Id.ToString(CultureInfo.InvariantCulture)), new Claim(ClaimTypes.Name, "ada")], "test"));
        _broken = new BrokenDatabase(_database.Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>());
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(new ProfileService(_broken));
        services.AddScoped<AuthenticationStateProvider>(_ => new Visitor(this));
        services.AddScoped<CircuitCaller>();
        services.AddFluxor(options => options.ScanTypes(typeof(ProfileFeature), [typeof(ProfileReducers), typeof(ProfileEffects)]));
        _services = services.BuildServiceProvider();
        var store = _services.GetRequiredService<IStore>();
        store.SubscribeToAction<ToastRequested>(this, action => _toasts.Add(action.Toast));
        await store.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Requested_SignedIn_LoadsWhatIsStored()
    {
        await _database.Services.GetRequiredService<ProfileService>().SetFavoriteAsync(_user.Id, _roomId, true, default);

        await LoadAsync();

        State.UserId.Should().Be(_user.Id);
        State.Theme.Should().Be(ThemePreference.Dark);
        State.FavoriteRooms.Should().Equal(_roomId);
    }

    [Fact]
    public async Task Requested_NotSignedIn_IsLoadedAndEmpty()
    {
        _principal = new ClaimsPrincipal();

        await LoadAsync();

        State.IsSignedIn.Should().BeFalse();
    }

    [Fact]
    public async Task FavoriteToggled_ShowsAtOnceAndIsStored()
    {
        await LoadAsync();

        Dispatcher.Dispatch(new FavoriteToggled(_roomId));

        State.FavoriteRooms.Should().Equal(_roomId);
        await UntilAsync(async () => (await StoredAsync()).FavoriteRooms.Count == 1);
        Dispatcher.Dispatch(new FavoriteToggled(_roomId));
        await UntilAsync(async () => (await StoredAsync()).FavoriteRooms.Count == 0);
        _toasts.Should().BeEmpty();
    }

    [Fact]
    public async Task Toggles_BeforeTheProfileIsRead_CountOnceItIs()
    {
        await _database.Services.GetRequiredService<ProfileService>().SetFavoriteAsync(_user.Id, _roomId, true, default);
        await using var circuit = _services.CreateAsyncScope();
        circuit.ServiceProvider.GetRequiredService<ProfileFeature>().Marks = new PageMarks(_user.Id, [_roomId], []);
        var (state, dispatcher) = (circuit.ServiceProvider.GetRequiredService<IState<ProfileState>>(), circuit.ServiceProvider.GetRequiredService<IDispatcher>());
        await circuit.ServiceProvider.GetRequiredService<IStore>().InitializeAsync();
        state.Value.FavoriteRooms.Should().Equal([_roomId], "the page came with them");
        state.Value.IsSignedIn.Should().BeTrue();

        dispatcher.Dispatch(new ProfileRequested());
        dispatcher.Dispatch(new FavoriteToggled(_roomId));
        dispatcher.Dispatch(new WatchToggled(_roomId));

        await UntilAsync(async () => await StoredAsync() is { FavoriteRooms.Count: 0, WatchedRooms.Count: 1 });
        state.Value.FavoriteRooms.Should().BeEmpty();
        state.Value.WatchedRooms.Should().Equal(_roomId);
    }

    [Fact]
    public async Task Toggles_ThatCannotBeSaved_AreTakenBackAndTold()
    {
        await LoadAsync();
        _broken.IsBroken = true;

        Dispatcher.Dispatch(new FavoriteToggled(_roomId));
        Dispatcher.Dispatch(new WatchToggled(_roomId));
        Dispatcher.Dispatch(new ProfileChanged(new ProfilePatch { NotificationsEnabled = false }));

        await UntilAsync(() => Task.FromResult(_toasts.Count == 3));
        State.FavoriteRooms.Should().BeEmpty();
        State.WatchedRooms.Should().BeEmpty();
        State.NotificationsEnabled.Should().BeTrue();
        _toasts.Should().OnlyContain(toast => toast.Kind == ToastKind.Error && toast.Title == "Not saved");
    }

    [Fact]
    public async Task Toggle_NotSignedIn_ChangesNothingAndAsksToSignIn()
    {
        _principal = new ClaimsPrincipal();
        await LoadAsync();

        Dispatcher.Dispatch(new FavoriteToggled(_roomId));

        await UntilAsync(() => Task.FromResult(_toasts.Count == 1));
        State.FavoriteRooms.Should().BeEmpty();
        _toasts[0].ActionHref.Should().Be("account/sign-in");
    }

    [Fact]
    public async Task ProfileChanged_IsStored()
    {
        await LoadAsync();

        Dispatcher.Dispatch(new ProfileChanged(new ProfilePatch
        {
            Theme = ThemePreference.Light,
            Language = "de",
            ChangesQuietHours = true,
            QuietHours = (new TimeOnly(22, 0), new TimeOnly(7, 0)),
        }));

        await UntilAsync(async () => (await StoredAsync()).Language == "de");
        var stored = await StoredAsync();
        stored.Theme.Should().Be(ThemePreference.Light);
        stored.QuietHours.Should().Be((new TimeOnly(22, 0), new TimeOnly(7, 0)));
        State.QuietHours.Should().Be(stored.QuietHours);
        State.Language.Should().Be("de");
    }

    private async Task LoadAsync()
    {
        Dispatcher.Dispatch(new ProfileRequested());
        await UntilAsync(() => Task.FromResult(State.IsLoaded));
    }

    private Task<RoomMonitor.Data.Profiles.Profile> StoredAsync() => _database.Services.GetRequiredService<ProfileService>().FindAsync(_user.Id, default);

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            await Task.Delay(10, deadline.Token);
        }
    }

    private sealed class Visitor(ProfileEffectsTests tests) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(tests._principal));
    }
}
