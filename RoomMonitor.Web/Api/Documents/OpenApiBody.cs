using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using RoomMonitor.Web.Api.Status;

namespace RoomMonitor.Web.Api.Documents;

/// <summary>The OpenAPI document, made once by whoever first wants it: the framework would make all of it for each request.</summary>
internal sealed class OpenApiBody([FromKeyedServices(OpenApiBody.Name)] IOpenApiDocumentProvider documents)
{
    public const string Name = "v1";

    public const string ContentType = "application/json; charset=utf-8";

    private readonly Lock _gate = new();
    private Task<CodedBody>? _body;

    /// <summary>How often it has been made.</summary>
    public int Made { get; private set; }

    public Task<CodedBody> GetAsync()
    {
        lock (_gate)
        {
            // What failed is tried again by the next one.
            return _body is { IsFaulted: false } made ? made : _body = Task.Run(MakeAsync);
        }
    }

    private async Task<CodedBody> MakeAsync()
    {
        Made++;
        var document = await documents.GetOpenApiDocumentAsync();
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        return new CodedBody(json.ToArray());
    }
}
