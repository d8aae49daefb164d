using System.Runtime.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Security;

/// <summary>What holds without anybody setting it.</summary>
public sealed class ServerDefaultsTests(ServerDefaultsTests.Server server) : IClassFixture<ServerDefaultsTests.Server>
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Kestrel itself adds the header, after everything that a test server runs.</summary>
    [Fact]
    public void Kestrel_OfTheServer_DoesNotNameItself() =>
        server.App.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.AddServerHeader.Should().BeFalse();

    [Fact]
    public void Endpoint_NobodyDecidedAbout_IsClosed()
    {
        var fallback = server.App.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy?.Requirements;

        fallback.Should().ContainSingle().Which.Should().BeOfType<DenyAnonymousAuthorizationRequirement>();
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Keys_FolderAndFiles_AreTheOwnersAlone()
    {
        // A page with a form needs a key.
        await server.App.CreateBrowser().GetAsync("/account/sign-in");
        var keys = Path.Combine(Path.GetDirectoryName(server.App.DatabaseFile)!, "keys");

        File.GetUnixFileMode(keys).Should().Be(OwnersFile | UnixFileMode.UserExecute);
        var files = Directory.GetFiles(keys);
        files.Should().NotBeEmpty();
        foreach (var key in files)
        {
            File.GetUnixFileMode(key).Should().Be(OwnersFile, key);
        }
    }

    /// <summary>Only this server's own pages send it, no script reads it, and over an encrypted line it came for one.</summary>
    [Fact]
    public async Task Antiforgery_Cookie_IsGuarded()
    {
        var page = await server.App.CreateBrowser().GetAsync("/account/sign-in");

        page.Headers.GetValues("Set-Cookie").Single(cookie => cookie.Contains("Antiforgery", StringComparison.Ordinal))
            .Should().ContainAll("; secure", "; httponly", "; samesite=strict", "; path=/")
            .And.NotContainAny("domain=", "expires=", "max-age=");
    }

    [Fact]
    public async Task Docs_Page_HasThePolicyThatIsWrittenForIt()
    {
        var page = await server.App.CreateBrowser().GetAsync("/docs");

        page.Headers.GetValues("Content-Security-Policy").Single()
            .Should().StartWith("default-src 'none'; script-src 'self';").And.Contain("form-action 'none'");
    }

    public sealed class Server : IAsyncLifetime
    {
        public RoomMonitorApp App { get; } = new();

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
