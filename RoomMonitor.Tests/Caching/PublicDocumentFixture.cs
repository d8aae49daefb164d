using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RoomMonitor.Tests.Api;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Api.Caching;

namespace RoomMonitor.Tests.Caching;

/// <summary>A server whose clock stands still: all that a test asks is asked in one second, which is that test's own.</summary>
public sealed class PublicDocumentFixture : IAsyncLifetime
{
    private int _rooms;
    private int _made;

    public FakeTimeProvider Time { get; } = new(ApiFixture.Now);

    public RoomMonitorApp App { get; } = new();

    /// <summary>Since the test began.</summary>
    public int Made => App.Services.GetRequiredService<PublicDocuments>().Made - _made;

    public async Task InitializeAsync()
    {
        App.WithTime(Time).With("RateLimits:PagesPerMinute", "100000");
        await NewRoomAsync();
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    public void Begin()
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        _made = App.Services.GetRequiredService<PublicDocuments>().Made;
    }

    public async Task<int> NewRoomAsync() => (await App.AddRoomAsync($"R{Interlocked.Increment(ref _rooms)}")).Id;

    /// <summary>Keeps no cookies.</summary>
    public HttpClient Client()
    {
        var client = App.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }
}
