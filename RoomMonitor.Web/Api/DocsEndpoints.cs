using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using RoomMonitor.Web.Api.Status;
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
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapGet("/docs", WritePage).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/docs/reader.js", () => TypedResults.Content(Reader, "text/javascript; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/docs/scalar.js", WriteScriptAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static ContentHttpResult WritePage(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = SecurityPolicy;
        return TypedResults.Content(Page(context.Request.PathBase), "text/html; charset=utf-8");
    }

    private static async Task WriteScriptAsync(HttpContext context)
    {
        var assembly = typeof(ScalarOptions).Assembly;
        await using var compressed = assembly.GetManifestResourceStream(ScriptResource)
            ?? throw new InvalidOperationException($"Scalar.AspNetCore carries no {ScriptResource} any more.");
        var response = context.Response;
        response.ContentType = "text/javascript; charset=utf-8";
        response.Headers.CacheControl = "max-age=3600";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (ContentCodings.Choose(context.Request.Headers.AcceptEncoding) is ContentCoding.Gzip or ContentCoding.Brotli)
        {
            response.Headers.ContentEncoding = "gzip";
            await compressed.CopyToAsync(response.Body, context.RequestAborted);
        }
        else
        {
            await using var plain = new GZipStream(compressed, CompressionMode.Decompress);
            await plain.CopyToAsync(response.Body, context.RequestAborted);
        }
    }
}
