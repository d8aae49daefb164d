using System.Buffers.Binary;
using System.Text.Json;
using System.Text.RegularExpressions;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Offline;

public sealed partial class OfflineFilesTests(DemoServerFixture demo) : IClassFixture<DemoServerFixture>
{
    [Fact]
    public async Task Manifest_EachIcon_IsThereInItsSize()
    {
        using var http = new HttpClient { BaseAddress = demo.Server.Address };

        using var response = await http.GetAsync("manifest.webmanifest");

        response.Content.Headers.ContentType!.MediaType.Should().Be("application/manifest+json");
        using var manifest = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        manifest.RootElement.GetProperty("display").GetString().Should().Be("standalone");
        var pictures = manifest.RootElement.GetProperty("icons").EnumerateArray().Where(icon => icon.GetProperty("type").GetString() == "image/png").ToList();
        pictures.Should().HaveCount(3);
        foreach (var icon in pictures)
        {
            var bytes = await http.GetByteArrayAsync(icon.GetProperty("src").GetString());
            var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
            $"{width}x{height}".Should().Be(icon.GetProperty("sizes").GetString());
        }
    }

    [Fact]
    public async Task ServiceWorker_EachPartThatItKeeps_IsThere()
    {
        using var http = new HttpClient { BaseAddress = demo.Server.Address };
        var worker = await http.GetStringAsync("service-worker.js");
        var parts = Quoted().Matches(worker).Select(match => match.Groups[1].Value).ToList();
        parts.Should().Contain("offline").And.HaveCountGreaterThan(8);

        foreach (var part in parts)
        {
            using var response = await http.GetAsync(part);
            response.IsSuccessStatusCode.Should().BeTrue(part);
        }
    }

    [Fact]
    public async Task OfflinePage_InGerman_IsGermanAndHasNoState()
    {
        using var http = new HttpClient { BaseAddress = demo.Server.Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de-DE");

        var page = await http.GetStringAsync("offline");

        page.Should().Contain("Keine Verbindung").And.Contain("<html lang=\"de").And.NotContain("data-connection");
    }

    /// <summary>Whatever is named in a list, or as an address of its own.</summary>
    [GeneratedRegex(@"(?<=\[|, |at\()'([a-z][a-z0-9/.-]+)'")]
    private static partial Regex Quoted();
}
