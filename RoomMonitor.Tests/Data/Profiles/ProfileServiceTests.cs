using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Profiles;

public sealed class ProfileServiceTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private int _userId;
    private int _roomId;

    private ProfileService Profiles => _database.Services.GetRequiredService<ProfileService>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _roomId = (await _database.AddRoomAsync()).Id;
        await using var context = _database.Open();
        var user = new UserAccount { UserName = "ada", Email = "ada@test.local" };
        context.Users.Add(user);
        await context.SaveChangesAsync();
        _userId = user.Id;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task FindAsync_NothingChosen_IsAsTheDeviceAndTheBrowserHaveIt() =>
        (await Profiles.FindAsync(_userId, default)).Should().BeEquivalentTo(new Profile(_userId, ThemePreference.Auto, null, true, false, null, [], []));

    [Fact]
    public async Task FindAsync_NoSuchAccount_IsRefused() =>
        await Profiles.Awaiting(profiles => profiles.FindAsync(4711, default)).Should().ThrowAsync<UnknownAccountException>();

    [Fact]
    public async Task ToggleFavoriteAsync_ManyAtOnce_AllSucceedAndCancelOneAnotherOut()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Profiles.ToggleFavoriteAsync(_userId, _roomId, default)));

        answers.Count(isFavorite => isFavorite).Should().Be(4);
        (await Profiles.FindAsync(_userId, default)).FavoriteRooms.Should().BeEmpty();
    }

    [Fact]
    public async Task SetFavoriteAndWatch_ManyAtOnce_AllSucceed()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).SelectMany(_ => new[]
        {
            Profiles.SetFavoriteAsync(_userId, _roomId, true, default), Profiles.SetWatchAsync(_userId, _roomId, true, default),
        }));

        var profile = await Profiles.FindAsync(_userId, default);
        profile.FavoriteRooms.Should().Equal(_roomId);
        profile.WatchedRooms.Should().Equal(_roomId);
        await Profiles.SetWatchAsync(_userId, _roomId, false, default);
        (await Profiles.FindAsync(_userId, default)).WatchedRooms.Should().BeEmpty();
    }

    [Fact]
    public async Task ClosedRoom_IsHiddenAndRefused_ButKept()
    {
        await Profiles.SetFavoriteAsync(_userId, _roomId, true, default);
        await SetActiveAsync(false);

        (await Profiles.FindAsync(_userId, default)).FavoriteRooms.Should().BeEmpty();
        await Profiles.Awaiting(profiles => profiles.ToggleFavoriteAsync(_userId, _roomId, default)).Should().ThrowAsync<UnknownRoomsException>();
        await Profiles.UpdateAsync(_userId, new ProfilePatch { FavoriteRooms = [] }, default);
        await SetActiveAsync(true);
        (await Profiles.FindAsync(_userId, default)).FavoriteRooms.Should().Equal(_roomId);
    }

    [Fact]
    public async Task UpdateAsync_FavoriteRooms_AreReplacedByTheList()
    {
        var other = (await _database.AddRoomAsync("B2")).Id;
        await Profiles.SetFavoriteAsync(_userId, _roomId, true, default);

        await Profiles.UpdateAsync(_userId, new ProfilePatch { FavoriteRooms = [other, other] }, default);

        (await Profiles.FindAsync(_userId, default)).FavoriteRooms.Should().Equal(other);
        await Profiles.Awaiting(profiles => profiles.UpdateAsync(_userId, new ProfilePatch { Theme = ThemePreference.Dark, FavoriteRooms = [4711] }, default))
            .Should().ThrowAsync<UnknownRoomsException>().WithMessage("*4711*");
        (await Profiles.FindAsync(_userId, default)).Theme.Should().Be(ThemePreference.Auto, "nothing was changed");
    }

    [Fact]
    public async Task UpdateAsync_LanguageAndQuietHours_ComeAndGo()
    {
        var quiet = (new TimeOnly(22, 0), new TimeOnly(7, 0));
        await Profiles.UpdateAsync(_userId, new ProfilePatch { Language = "de", ChangesQuietHours = true, QuietHours = quiet }, default);
        await Profiles.UpdateAsync(_userId, new ProfilePatch { NotificationsEnabled = false }, default);

        var profile = await Profiles.FindAsync(_userId, default);
        profile.Language.Should().Be("de");
        profile.QuietHours.Should().Be(quiet);
        profile.NotificationsEnabled.Should().BeFalse();
        await Profiles.UpdateAsync(_userId, new ProfilePatch { Language = "", ChangesQuietHours = true }, default);
        (await Profiles.FindAsync(_userId, default)).Should().BeEquivalentTo(profile with { Language = null, QuietHours = null });
    }

    private async Task SetActiveAsync(bool isActive)
    {
        await using var context = _database.Open();
        (await context.Rooms.FindAsync(_roomId))!.IsActive = isActive;
        await context.SaveChangesAsync();
    }
}
