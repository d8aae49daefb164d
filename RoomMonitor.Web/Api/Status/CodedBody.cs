using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace RoomMonitor.Web.Api.Status;

/// <summary>A body as it leaves: each coding made once, by whoever first wants it, with a strong tag for each.</summary>
internal sealed class CodedBody
{
    /// <summary>As much as Kestrel buffers for a client before it waits for it.</summary>
    private const int Piece = 64 * 1024;

    private readonly byte[] _plain;
    private readonly Lazy<byte[]> _gzip;
    private readonly Lazy<byte[]> _brotli;
    private readonly string _hash;

    public CodedBody(byte[] plain)
    {
        _plain = plain;
        _hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 16));
        _gzip = new(() => Compress(plain, output => new GZipStream(output, CompressionLevel.Optimal)));
        _brotli = new(() => Compress(plain, output => new BrotliStream(output, CompressionLevel.Optimal)));
    }

    public int Length => _plain.Length;

    public ReadOnlyMemory<byte> In(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => _brotli.Value,
        ContentCoding.Gzip => _gzip.Value,
        _ => _plain,
    };

    /// <summary>Strong, and another one for each coding: the bytes differ.</summary>
    public string ETagOf(ContentCoding coding) =>
        ContentCodings.HeaderOf(coding) is { } name ? $"\"{_hash}-{name}\"" : $"\"{_hash}\"";

    /// <summary>Answers with it, or with 304 where the client has it.</summary>
    public async Task WriteAsync(HttpContext context, ContentCoding coding, string contentType)
    {
        var response = context.Response;
        var etag = ETagOf(coding);
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "no-cache";
        if (IsKnown(context.Request.Headers.IfNoneMatch, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (ContentCodings.HeaderOf(coding) is { } name)
        {
            response.Headers.ContentEncoding = name;
        }

        var bytes = In(coding);
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;

        // In pieces: of a large body at once Kestrel makes a copy as large, which has left the processor's cache when it is sent.
        for (var sent = 0; sent < bytes.Length; sent += Piece)
        {
            await response.Body.WriteAsync(bytes.Slice(sent, Math.Min(Piece, bytes.Length - sent)), context.RequestAborted);
        }
    }

    /// <summary>As <see cref="WriteAsync(HttpContext, ContentCoding, string)"/> in the coding that the client likes best; 406 where it likes none.</summary>
    public Task WriteAsync(HttpContext context, string contentType)
    {
        if (ContentCodings.ChooseFor(context) is { } coding)
        {
            return WriteAsync(context, coding, contentType);
        }

        context.Response.StatusCode = StatusCodes.Status406NotAcceptable;
        return Task.CompletedTask;
    }

    /// <summary>Compared weakly, as RFC 9110 (13.1.2) asks for.</summary>
    private static bool IsKnown(StringValues ifNoneMatch, string etag) =>
        EntityTagHeaderValue.TryParseList(ifNoneMatch, out var known)
        && known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == etag);

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> compressor)
    {
        using var output = new MemoryStream();
        using (var stream = compressor(output))
        {
            stream.Write(plain);
        }

        return output.ToArray();
    }
}
