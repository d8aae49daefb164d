using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Accounts;

/// <summary>What the time of an answer, and many questions at once, could tell about passwords.</summary>
public sealed class PasswordCheckTests : IAsyncLifetime
{
    private const string Email = "ada@test.local";
    private const string Wrong = "not the password";

    private readonly GatedHasher _hasher = new();
    private readonly RoomMonitorApp _app = new();
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _app.WithServices(services => services.AddSingleton<IPasswordHasher<UserAccount>>(_hasher));
        await _app.AddUserAsync(Email);
        _client = _app.CreateClient();
    }

    public async Task DisposeAsync()
    {
        _hasher.Release();
        await _app.DisposeAsync();
        _hasher.Dispose();
    }

    /// <summary>Verifying a password is what takes the time: it's done once, whoever is meant.</summary>
    [Fact]
    public async Task Login_WhoeverIsMeant_VerifiesOnePassword()
    {
        await _app.SignInAsync("nopassword@test.local");
        string[] names = ["nobody@test.local", "nopassword@test.local", Email];
        var verified = new List<int>();
        foreach (var name in names)
        {
            var before = _hasher.Verified;
            (await LoginAsync(name, Wrong)).Should().Be(HttpStatusCode.Unauthorized);
            verified.Add(_hasher.Verified - before);
        }

        verified.Should().Equal(1, 1, 1);
    }

    /// <summary>Of guesses that are sent all at once each passes the limit before any of them is counted.</summary>
    [Fact]
    public async Task Login_RightPasswordAmongTooManyAtOnce_LearnsNothing()
    {
        var right = _hasher.HoldAsync(AccountTestExtensions.Password);
        var guess = Task.Run(() => LoginAsync(Email, AccountTestExtensions.Password));
        await right;
        for (var failure = 0; failure < 30; failure++)
        {
            await LoginAsync(Email, Wrong);
        }

        _hasher.Release();

        (await guess).Should().Be(HttpStatusCode.TooManyRequests);
    }

    private async Task<HttpStatusCode> LoginAsync(string email, string password)
    {
        using var response = await _client.PostAsJsonAsync("/api/auth/login/", new { email, password });
        return response.StatusCode;
    }

    /// <summary>Counts, and keeps the check of one password waiting. Its hashes are cheap ones.</summary>
    private sealed class GatedHasher : IPasswordHasher<UserAccount>, IDisposable
    {
        private readonly PasswordHasher<UserAccount> _inner = new(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));

        private readonly ManualResetEventSlim _open = new();
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private string? _held;
        private int _verified;

        public int Verified => Volatile.Read(ref _verified);

        /// <summary>Completes when somebody's check of it has begun; it ends with <see cref="Release"/>.</summary>
        public Task HoldAsync(string password)
        {
            _held = password;
            return _reached.Task;
        }

        public void Release() => _open.Set();

        public void Dispose() => _open.Dispose();

        public string HashPassword(UserAccount user, string password) => _inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(UserAccount user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            if (providedPassword == _held)
            {
                _reached.TrySetResult();
                _open.Wait();
            }

            return _inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
