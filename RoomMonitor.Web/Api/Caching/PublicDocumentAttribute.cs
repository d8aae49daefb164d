namespace RoomMonitor.Web.Api.Caching;

/// <summary>Marks an endpoint whose answer to anybody is the same for all who ask the same.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PublicDocumentAttribute(PublicDocumentKind kind) : Attribute
{
    public PublicDocumentKind Kind { get; } = kind;
}
