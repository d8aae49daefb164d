using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace RoomMonitor.Web.Api.Embedding;

/// <summary>A text as it leaves, with a strong tag of its bytes.</summary>
internal sealed class TaggedText
{
    private readonly byte[] _bytes;
    private readonly EntityTagHeaderValue _tag;

    public TaggedText(string text)
    {
        _bytes = Encoding.UTF8.GetBytes(text);
        _tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(_bytes).AsSpan(0, 16))}\"");
    }

    /// <summary>Answers with it, or with 304 where the client has it; HEAD gets the headers.</summary>
    public IResult As(string contentType) => Results.File(_bytes, contentType, entityTag: _tag);
}
