namespace RoomMonitor.Web.Api.Caching;

/// <summary>As a feature of a request: what is made is for others too, and holds nothing of this one's browser.</summary>
internal sealed class PublicDocumentMaking
{
    public static PublicDocumentMaking Instance { get; } = new();
}
