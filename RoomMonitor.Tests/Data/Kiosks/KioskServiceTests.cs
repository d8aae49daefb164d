using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Data.Kiosks;

public sealed class KioskServiceTests : IAsyncLifetime
{
    private static readonly Caller _administrator = new(new Actor(null, "admin@test.local"), IsAdministrator: true);

    private TestDatabase _database = null!;
    private KioskDraft _door = null!;

    private KioskService Service => _database.Services.GetRequiredService<KioskService>();

    private KioskQueries Queries => _database.Services.GetRequiredService<KioskQueries>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var room = await _database.AddRoomAsync();
        _door = new KioskDraft(" Door A1 ", KioskKind.Room, room.Id, null, null, ShowsDetails: false, MayBook: true);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task RegisterAsync_ADoor_WaitsForItsLinkAndStoresNoSecret()
    {
        var (device, code) = await Service.RegisterAsync(_door, _administrator, default);

        code.Should().HaveLength(KioskSecret.Length);
        device.Should().BeEquivalentTo(new { Name = "Door A1", CreatedBy = "admin@test.local", CreatedAt = TestDatabase.Now, TokenHash = (string?)null });
        device.InvitationHash.Should().Be(KioskSecret.HashOf(code)).And.NotContain(code);
    }

    [Theory]
    [InlineData("", KioskKind.Overview, null, null, null)]
    [InlineData("   ", KioskKind.Overview, null, null, null)]
    [InlineData("Door", KioskKind.Room, null, null, null)]
    [InlineData("Door", KioskKind.Room, 4711, null, null)]
    [InlineData("Door", KioskKind.Room, 1, "Main Building", null)]
    [InlineData("Hall", KioskKind.Overview, 1, null, null)]
    [InlineData("Hall", KioskKind.Free, null, null, 2)]
    public async Task RegisterAsync_WhatCanNotBe_IsRefused(string name, KioskKind kind, int? roomId, string? building, int? floor)
    {
        var draft = new KioskDraft(name, kind, roomId, building, floor, ShowsDetails: false, MayBook: false);

        var act = () => Service.RegisterAsync(draft, _administrator, default);

        await act.Should().ThrowAsync<ArgumentException>();
    }

    [Theory]
    [InlineData(KioskKind.Overview, true, false)]
    [InlineData(KioskKind.Free, false, true)]
    public async Task RegisterAsync_RightsForMoreThanADoor_AreRefused(KioskKind kind, bool showsDetails, bool mayBook)
    {
        var act = () => Service.RegisterAsync(new KioskDraft("Hall", kind, null, null, null, showsDetails, mayBook), _administrator, default);

        await act.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Changes_BySomebodyElse_AreRefused()
    {
        var staff = await _database.AddCallerAsync();
        var (device, _) = await Service.RegisterAsync(_door, _administrator, default);

        await ((Func<Task>)(() => Service.RegisterAsync(_door, staff, default))).Should().ThrowAsync<NotAllowedException>();
        await ((Func<Task>)(() => Service.InviteAsync(device.Id, staff, default))).Should().ThrowAsync<NotAllowedException>();
        await ((Func<Task>)(() => Service.RevokeAsync(device.Id, staff, default))).Should().ThrowAsync<NotAllowedException>();
    }

    [Fact]
    public async Task PairAsync_TheLink_ServesOnce()
    {
        var (device, code) = await Service.RegisterAsync(_door, _administrator, default);

        var first = await Service.PairAsync(code, default);
        var second = await Service.PairAsync(code, default);

        first!.Device.Id.Should().Be(device.Id);
        first.Device.TokenHash.Should().Be(KioskSecret.HashOf(first.Token));
        second.Should().BeNull();
        (await Queries.FindByTokenAsync(KioskSecret.HashOf(first.Token), default))!.Id.Should().Be(device.Id);
    }

    [Fact]
    public async Task PairAsync_FromManyAtOnce_ServesOnce()
    {
        var (_, code) = await Service.RegisterAsync(_door, _administrator, default);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Service.PairAsync(code, default))));

        outcomes.Should().ContainSingle(pairing => pairing != null);
    }

    [Theory]
    [InlineData(14.99, true)]
    [InlineData(15, false)]
    public async Task PairAsync_After15Minutes_IsTooLate(double minutes, bool serves)
    {
        var (_, code) = await Service.RegisterAsync(_door, _administrator, default);
        _database.Clock.Advance(TimeSpan.FromMinutes(minutes));

        (await Service.FindInvitedAsync(code, default) is not null).Should().Be(serves);
        (await Service.PairAsync(code, default) is not null).Should().Be(serves);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/<")]
    public async Task PairAsync_NoLink_IsNone(string code) => (await Service.PairAsync(code, default)).Should().BeNull();

    [Fact]
    public async Task InviteAsync_Again_VoidsTheLinkBeforeAndKeepsTheTokenUntilItIsOpened()
    {
        var (device, first) = await Service.RegisterAsync(_door, _administrator, default);
        var held = (await Service.PairAsync((await Service.InviteAsync(device.Id, _administrator, default)).Code, default))!.Token;
        var (_, third) = await Service.InviteAsync(device.Id, _administrator, default);

        (await Service.PairAsync(first, default)).Should().BeNull();
        (await Queries.FindByTokenAsync(KioskSecret.HashOf(held), default)).Should().NotBeNull();
        (await Service.PairAsync(third, default)).Should().NotBeNull();
        (await Queries.FindByTokenAsync(KioskSecret.HashOf(held), default)).Should().BeNull();
    }

    [Fact]
    public async Task RevokeAsync_TakesTokenAndLinkForGood()
    {
        var (device, code) = await Service.RegisterAsync(_door, _administrator, default);
        var token = (await Service.PairAsync(code, default))!.Token;
        var link = (await Service.InviteAsync(device.Id, _administrator, default)).Code;

        var revoked = await Service.RevokeAsync(device.Id, _administrator, default);
        var again = await Service.RevokeAsync(device.Id, _administrator, default);

        revoked.RevokedAt.Should().Be(TestDatabase.Now);
        again.Version.Should().Be(revoked.Version);
        (await Queries.FindByTokenAsync(KioskSecret.HashOf(token), default)).Should().BeNull();
        (await Service.PairAsync(link, default)).Should().BeNull();
        await ((Func<Task>)(() => Service.InviteAsync(device.Id, _administrator, default))).Should().ThrowAsync<InvalidOperationException>();
        await ((Func<Task>)(() => Service.RevokeAsync(4711, _administrator, default))).Should().ThrowAsync<KioskNotFoundException>();
    }

    [Fact]
    public async Task StampAsync_EachChangeButSeeing_IsAnother()
    {
        var stamps = new List<long> { await Queries.StampAsync(default) };
        var (device, code) = await Service.RegisterAsync(_door, _administrator, default);
        stamps.Add(await Queries.StampAsync(default));
        await Service.PairAsync(code, default);
        stamps.Add(await Queries.StampAsync(default));
        await Service.RevokeAsync(device.Id, _administrator, default);
        stamps.Add(await Queries.StampAsync(default));

        await Queries.SaveSeenAsync(new Dictionary<int, DateTime> { [device.Id] = TestDatabase.Now.AddMinutes(3) }, default);

        stamps.Should().OnlyHaveUniqueItems();
        (await Queries.StampAsync(default)).Should().Be(stamps[^1]);
        (await Queries.AllAsync(default)).Should().ContainSingle().Which.SeenAt.Should().Be(TestDatabase.Now.AddMinutes(3));
    }
}
