using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Status;
using RoomMonitor.Web.Security;
using Scalar.AspNetCore;

namespace RoomMonitor.Web.Api;

/// <summary>
/// The reader of the OpenAPI document: Scalar, from this server alone. Its own page starts it by an inline script and takes fonts from
/// another host, which the content security policy forbids; so the page is ours, and only the script is Scalar's.
/// </summary>
internal static class DocsEndpoints
{
    /// <summary>Under which the package carries its script, compressed.</summary>
    private const string ScriptResource = "ScalarStaticAssets.scalar.js";

    /// <summary>Scripts, data and fonts from here alone; the reader writes its styles into the page.</summary>
    private const string SecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Kept in each coding once somebody wants it: unpacking it for each request costs more than anything else that anybody may ask for.</summary>
    private static readonly Lazy<CodedBody> _script = new(ReadScript);

    private static string Page(PathString pathBase) => $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>RoomMonitor API</title>
          <base href="{pathBase}/">
          <link rel="icon" href="data:,">
        </head>
        <body>
          <div id="app"></div>
          <noscript>The reader needs JavaScript. The document itself is at <a href="openapi/v1.json">openapi/v1.json</a>.</noscript>
          <script src="docs/scalar.js"></script>
          <script src="docs/reader.js"></script>
        </body>
        </html>
        """;

    private const string Reader = """
        Scalar.createApiReference('#app', {
          url: new URL('openapi/v1.json', document.baseURI).href,
          withDefaultFonts: false,
          telemetry: false,
          hideClientButton: true,
          showDeveloperTools: 'never',
          agent: { disabled: true },
          mcp: { disabled: true },
        });
        """;

    public static void MapDocs(this IEndpointRouteBuilder app)
    {
        app.MapGet($"/openapi/{OpenApiBody.Name}.json", WriteDocumentAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/docs", GetPage).WithMetadata(new ContentPolicyAttribute(SecurityPolicy)).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/docs/reader.js", () => TypedResults.Content(Reader, "text/javascript; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/docs/scalar.js", WriteScriptAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static ContentHttpResult GetPage(HttpRequest request) => TypedResults.Content(Page(request.PathBase), "text/html; charset=utf-8");

    private static async Task WriteDocumentAsync(HttpContext context, OpenApiBody document) =>
        await (await document.GetAsync()).WriteAsync(context, OpenApiBody.ContentType);

    private static Task WriteScriptAsync(HttpContext context) => _script.Value.WriteAsync(context, "text/javascript; charset=utf-8");

    private static CodedBody ReadScript()
    {
        using var compressed = typeof(ScalarOptions).Assembly.GetManifestResourceStream(ScriptResource)
            ?? throw new InvalidOperationException($"Scalar.AspNetCore carries no {ScriptResource} any more.");
        using var plain = new GZipStream(compressed, CompressionMode.Decompress);
        using var script = new MemoryStream();
        plain.CopyTo(script);
        return new CodedBody(script.ToArray());
    }
}
