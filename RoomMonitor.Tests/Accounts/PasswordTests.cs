using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Hosting;

namespace RoomMonitor.Tests.Accounts;

public sealed class PasswordTests : IAsyncLifetime
{
    private const string Email = "ada.lovelace@test.local";

    private readonly RoomMonitorApp _app = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task NewPassword_GuessedEarly_IsRefused()
    {
        string[] guessable =
        [
            "password1234", "Password1234!", "qwertyuiop123", "1q2w3e4r5t6y", "iloveyou1234", "aaaaaaaabbbb1", "abcdefghijkl", "Lovelace1234", "Roommonitor1!", "Northmere2026",
        ];
        string[] good = [AccountTestExtensions.Password, "correct horse battery", "Zitrone Fahrrad 88 leise", "xK4#vQ9!mZ2p"];
        await using var scope = _app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();

        var refused = new List<string>();
        foreach (var password in guessable.Concat(good))
        {
            var outcomes = await Task.WhenAll(users.PasswordValidators.Select(rule => rule.ValidateAsync(users, new UserAccount { UserName = Email, Email = Email }, password)));
            if (outcomes.SelectMany(outcome => outcome.Errors).Any(error => error.Code == GuessablePasswords.Code))
            {
                refused.Add(password);
            }
        }

        refused.Should().BeEquivalentTo(guessable);
        (await users.CreateAsync(new UserAccount { UserName = Email, Email = Email }, guessable[0])).Errors.Should().ContainSingle().Which.Code.Should().Be(GuessablePasswords.Code);
    }

    [Fact]
    public void Hashes_AsShipped_CostWhatOwaspAsksFor()
    {
        var folder = Directory.CreateTempSubdirectory("roommonitor-hashes-");
        using var app = RoomMonitorHost.CreateBuilder([$"--Data:Folder={folder.FullName}"]).Build();
        folder.Delete(recursive: true);

        var hash = app.Services.GetRequiredService<IPasswordHasher<UserAccount>>().HashPassword(new UserAccount(), "anything");

        IterationsOf(hash).Should().BeGreaterThanOrEqualTo(210_000);
        Convert.FromBase64String(hash)[4].Should().Be(2, "that many are meant for HMAC-SHA512");
    }

    [Fact]
    public async Task SignIn_WithACheaperHash_MakesItAnew()
    {
        var cheap = new PasswordHasher<UserAccount>(Options.Create(new PasswordHasherOptions { IterationCount = 10 }));
        var user = await _app.AddUserAsync(Email);
        await ChangeAsync(user.Id, account => account.PasswordHash = cheap.HashPassword(account, AccountTestExtensions.Password));

        var response = await _app.CreateClient().PostAsJsonAsync("/api/auth/login/", new { email = Email, password = AccountTestExtensions.Password });

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var hash = "";
        await ChangeAsync(user.Id, account => hash = account.PasswordHash!);
        IterationsOf(hash).Should().Be(RoomMonitorApp.HashIterations);
    }

    private static uint IterationsOf(string hash) => BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));

    private async Task ChangeAsync(int id, Action<UserAccount> change)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var account = (await users.FindByIdAsync($"{id}"))!;
        change(account);
        (await users.UpdateAsync(account)).Succeeded.Should().BeTrue();
    }
}
