namespace RoomMonitor.Web.Api.Embedding;

/// <summary>The AsyncAPI document of the sockets, for generators of clients and readers of documents.</summary>
internal static class AsyncApiEndpoint
{
    /// <summary>RFC 9512</summary>
    private const string ContentType = "application/yaml; charset=utf-8";

    private static readonly Lazy<TaggedText> _document = new(Read);

    public static void MapAsyncApi(this IEndpointRouteBuilder app) =>
        app.MapGet("/asyncapi.yaml", Get).AllowAnonymous().ExcludeFromDescription();

    private static IResult Get(HttpResponse response)
    {
        EmbeddingExtensions.AllowAnyPage(response);
        response.Headers.CacheControl = "no-cache";
        return _document.Value.As(ContentType);
    }

    private static TaggedText Read()
    {
        using var stream = typeof(AsyncApiEndpoint).Assembly.GetManifestResourceStream("asyncapi.yaml")!;
        using var reader = new StreamReader(stream);
        return new TaggedText(reader.ReadToEnd());
    }
}
