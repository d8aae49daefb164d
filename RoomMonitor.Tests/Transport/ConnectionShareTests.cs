using Microsoft.Extensions.Time.Testing;

namespace RoomMonitor.Tests.Transport;

public sealed class ConnectionShareTests
{
    private const string Other = "127.0.0.2";

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Connection_OverTheShareOfItsAddress_IsToldSo_AndOthersAreServed()
    {
        await using var server = await StartAsync(("Transport:MaxConnections", "10"), ("Transport:MaxConnectionsPerAddress", "2"));
        using var first = await server.ServedAsync();
        using var second = await server.ServedAsync();

        using var third = await server.ConnectAsync();
        var page = await third.AskAsync(TransportServer.Page);
        page.Should().StartWith("HTTP/1.1 503").And.Contain("text/html").And.Contain("Retry-After: ").And.Contain("Refresh: ").And.Contain("Too busy right now");
        (await third.ReadToEndAsync()).Should().BeEmpty("that was all");
        third.Dispose();
        (await server.ToldInTheEndAsync(TransportServer.Api)).Should().StartWith("HTTP/1.1 503").And.Contain("application/problem+json").And.Contain("Retry-After: ");
        using var elsewhere = await server.ServedAsync(Other);

        server.Log.Count(502).Should().Be(1);
        first.Dispose();
        using var next = await server.ServedInTheEndAsync();
        (await second.AskAsync(TransportServer.Page)).Should().EndWith("served");
        server.Log.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Connections_OverAll_AreToldSo()
    {
        await using var server = await StartAsync(("Transport:MaxConnections", "2"));
        using var first = await server.ServedAsync();
        using var second = await server.ServedAsync(Other);

        using var third = await server.ConnectAsync(Other);

        (await third.AskAsync(TransportServer.Page)).Should().StartWith("HTTP/1.1 503");
        server.Log.Count(501).Should().Be(1);
    }

    [Theory]
    [InlineData("ForwardedHeaders:KnownProxies:0", "127.0.0.1")]
    [InlineData("ForwardedHeaders:KnownNetworks:0", "127.0.0.0/30")]
    public async Task TrustedProxy_HasNoShare(string setting, string value)
    {
        await using var server = await StartAsync(("Transport:MaxConnections", "10"), ("Transport:MaxConnectionsPerAddress", "1"), (setting, value));
        using var first = await server.ServedAsync();

        using var second = await server.ServedAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    public async Task Connection_ThatAsksNothingInTime_IsCut(string sent)
    {
        await using var server = await StartAsync();
        using var asked = await server.ServedAsync();
        using var silent = await server.ConnectAsync();
        await silent.SendAsync(sent);
        var end = silent.ReadToEndAsync();

        // It is known to be accepted once a later one is served.
        using var later = await server.ServedAsync();
        _clock.Advance(TimeSpan.FromSeconds(14));
        (await asked.AskAsync(TransportServer.Page)).Should().EndWith("served");
        end.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await end).Should().BeEmpty();
        (await asked.AskAsync(TransportServer.Page)).Should().EndWith("served", "its first request came in time");
        server.Limits.RequestHeadersTimeout.Should().Be(TimeSpan.FromSeconds(15), "the server itself holds later ones to it");
    }

    [Fact]
    public async Task Refused_WithoutAQuestion_IsCutSooner()
    {
        await using var server = await StartAsync(("Transport:MaxConnections", "10"), ("Transport:MaxConnectionsPerAddress", "1"));
        using var served = await server.ServedAsync();
        using var silent = await server.ConnectAsync();
        var end = silent.ReadToEndAsync();
        using var later = await server.ServedAsync(Other);

        _clock.Advance(TimeSpan.FromSeconds(5));

        (await end).Should().BeEmpty();
    }

    private Task<TransportServer> StartAsync(params (string Setting, string? Value)[] settings) =>
        TransportServer.StartAsync(_clock, settings.ToDictionary(one => one.Setting, one => one.Value));
}
