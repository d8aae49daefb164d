namespace RoomMonitor.Web.Api.Caching;

/// <summary>All that a document depends on.</summary>
internal sealed record PublicDocumentKey(PublicDocumentKind Kind, string Text);
