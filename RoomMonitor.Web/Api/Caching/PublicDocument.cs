using Microsoft.Net.Http.Headers;
using RoomMonitor.Web.Api.Status;

namespace RoomMonitor.Web.Api.Caching;

/// <summary>An answer as it leaves, for all who ask the same. Of its headers it keeps the named ones alone, so that no cookie is ever among them.</summary>
internal sealed class PublicDocument
{
    private static readonly string[] _kept = [HeaderNames.CacheControl, HeaderNames.Pragma, HeaderNames.ContentDisposition, HeaderNames.ContentLanguage, "blazor-enhanced-nav"];

    private readonly PublicDocumentKind _kind;
    private readonly byte[] _bytes;
    private readonly CodedBody? _coded;
    private readonly int _status;
    private readonly string _contentType;
    private readonly List<KeyValuePair<string, string>> _headers = [];

    private PublicDocument(PublicDocumentKind kind, HttpResponse response, byte[] bytes)
    {
        (_kind, _bytes, _status, _contentType) = (kind, bytes, response.StatusCode, response.ContentType ?? "");
        _coded = kind == PublicDocumentKind.Read ? new CodedBody(bytes) : null;
        foreach (var name in _kept)
        {
            if (response.Headers[name] is [{ } value])
            {
                _headers.Add(new(name, value));
            }
        }
    }

    public int Length => _bytes.Length;

    /// <summary>Null where it isn't for others: a redirect, a refusal, an answer that sets a cookie.</summary>
    /// <param name="cookies">So many were set before it was made, for this request alone.</param>
    public static PublicDocument? Of(PublicDocumentKind kind, HttpResponse response, byte[] bytes, int cookies)
    {
        var isWhole = response.StatusCode == StatusCodes.Status200OK || (kind == PublicDocumentKind.Page && response.StatusCode == StatusCodes.Status404NotFound);
        if (!isWhole || response.Headers.SetCookie.Count != cookies)
        {
            return null;
        }

        if (kind == PublicDocumentKind.Page && response.Headers.CacheControl.Count == 0)
        {
            // What antiforgery says of pages. The page of today is no page of tomorrow, and after signing in none at all.
            response.Headers.CacheControl = "no-cache, no-store, max-age=0";
            response.Headers.Pragma = "no-cache";
        }

        return new(kind, response, bytes);
    }

    /// <summary>With a tag and in the coding that the client likes best, where it is a read; pages are other ones each second.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = _status;
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        if (_coded is not null)
        {
            await _coded.WriteAsync(context, ContentCodings.ChooseFor(context) ?? ContentCoding.Identity, _contentType);
            return;
        }

        response.ContentType = _contentType;
        response.ContentLength = _bytes.Length;
        await response.Body.WriteAsync(_bytes, context.RequestAborted);
    }
}
