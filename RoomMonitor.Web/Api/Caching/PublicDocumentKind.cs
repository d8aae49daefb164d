namespace RoomMonitor.Web.Api.Caching;

/// <summary>What a public document is, and so what it depends on: <see cref="PublicDocumentKeys"/>.</summary>
internal enum PublicDocumentKind
{
    /// <summary>A page with a circuit, or that of missing pages: language, theme and the first visit's hint besides.</summary>
    Page,

    /// <summary>A screen that nobody registered.</summary>
    Screen,

    /// <summary>A read of the database: never older than its activity log.</summary>
    Read,
}
