using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Api.Documents;

namespace RoomMonitor.Tests.Api;

/// <summary>What costs much and is for everybody is made once.</summary>
public sealed class OpenApiBodyTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Address = "/openapi/v1.json";

    [Fact]
    public async Task Document_AskedOften_IsMadeOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => fixture.Anonymous.GetAsync(Address)));

        answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.OK);
        fixture.App.Services.GetRequiredService<OpenApiBody>().Made.Should().Be(1);
    }

    [Theory]
    [InlineData(Address)]
    [InlineData("/docs/scalar.js")]
    public async Task Body_ByItsTag_IsNotSentAgain(string address)
    {
        var first = await GetAsync(address, "br");
        var tag = first.Headers.ETag!.ToString();

        (await GetAsync(address, "br", tag)).StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await GetAsync(address, "gzip", tag)).StatusCode.Should().Be(HttpStatusCode.OK, "the bytes are others");
        first.Headers.Vary.Should().Contain("Accept-Encoding");
        tag.Should().NotStartWith("W/");
    }

    [Theory]
    [InlineData(Address)]
    [InlineData("/docs/scalar.js")]
    public async Task Body_InEachCoding_IsTheSameAndSmall(string address)
    {
        var plain = await (await GetAsync(address, "identity")).Content.ReadAsByteArrayAsync();
        var (gzip, brotli) = (await GetAsync(address, "gzip"), await GetAsync(address, "br"));

        gzip.Content.Headers.ContentEncoding.Should().Equal("gzip");
        brotli.Content.Headers.ContentEncoding.Should().Equal("br");
        gzip.Content.Headers.ContentLength.Should().BeLessThan(plain.Length / 2);
        Unpacked(new GZipStream(await gzip.Content.ReadAsStreamAsync(), CompressionMode.Decompress)).Should().Equal(plain);
        Unpacked(new BrotliStream(await brotli.Content.ReadAsStreamAsync(), CompressionMode.Decompress)).Should().Equal(plain);
        (await GetAsync(address, "identity;q=0, *;q=0")).StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
    }

    /// <summary>It is kept for everybody: what one request calls this host must not stand in it.</summary>
    [Fact]
    public async Task Document_Servers_NameNoHost()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { Host = "evil.example" } };
        var document = await (await fixture.Anonymous.SendAsync(request)).JsonAsync();

        document.GetProperty("servers").EnumerateArray().Select(server => server.GetProperty("url").GetString()).Should().Equal("/");
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string encoding, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        return await fixture.Anonymous.SendAsync(request);
    }

    private static byte[] Unpacked(Stream packed)
    {
        using (packed)
        {
            using var plain = new MemoryStream();
            packed.CopyTo(plain);
            return plain.ToArray();
        }
    }
}
