using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using Microsoft.Net.Http.Headers;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>
/// The answer where there is no room (503), or one address has had its share of it (429): for people a page that tries again by itself, for programs a problem. The page needs nothing else
/// from the server, which might not give it, and costs next to nothing.
/// </summary>
internal static class NoRoom
{
    private const int ShortestWait = 5;
    private const int LongestWait = 10;

    /// <summary>The colours of app.css, which isn't loaded.</summary>
    private const string Style =
        ":root{color-scheme:light dark}"
        + "body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#F1F4F3,#0D1418);"
        + "color:light-dark(#13202C,#E9EFF1);font:1rem/1.5 Roboto,system-ui,sans-serif}"
        + "main{box-sizing:border-box;width:min(36rem,calc(100% - 2rem));padding:2rem;border-radius:12px;"
        + "background:light-dark(#FFFFFF,#162026);box-shadow:0 0 0 1px light-dark(#D3DAD9,#2E3C44)}"
        + "h1{margin:0;font-size:1.5rem;line-height:1.25}.brand{margin:0 0 1rem;font-weight:700}p:last-child{margin:0}"
        + "a{display:inline-block;padding:.75rem 1.25rem;border-radius:8px;font-weight:500;text-decoration:none;"
        + "background:light-dark(#17406D,#9DC4F2);color:light-dark(#FFFFFF,#08223F)}";

    private static readonly FrozenDictionary<string, string> _pages =
        PageLanguages.All.ToFrozenDictionary(language => language.Code, language => Page(language.Culture));

    /// <param name="detail">For programs; pages have words of their own.</param>
    public static Task SayAsync(HttpContext context, string detail, int status = StatusCodes.Status503ServiceUnavailable)
    {
        var (request, response) = (context.Request, context.Response);

        // Not all at the same moment.
        var wait = Random.Shared.Next(ShortestWait, LongestWait + 1).ToString(CultureInfo.InvariantCulture);
        response.Headers.RetryAfter = wait;
        response.Headers.CacheControl = "no-store";
        if (!IsForPeople(request))
        {
            return ApiProblems.WriteAsync(context, ApiProblems.Of(status, $"{detail} Try again in {wait} s."));
        }

        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";

        // The browser loads it again. In the page itself it would be an element that accessibility checkers know to be misused.
        response.Headers["Refresh"] = wait;
        var language = PageLanguages.Choose(null, request.GetTypedHeaders().AcceptLanguage).TwoLetterISOLanguageName;
        response.Headers.ContentLanguage = language;
        response.Headers.Vary = HeaderNames.AcceptLanguage;
        return response.WriteAsync(_pages[language], context.RequestAborted);
    }

    private static bool IsForPeople(HttpRequest request) =>
        AccountSchemes.IsPage(request.Path) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static string Page(CultureInfo culture)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = culture;
            return $"""
                <!DOCTYPE html>
                <html lang="{culture.TwoLetterISOLanguageName}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{Encode(ErrorTexts.NoRoom)} - RoomMonitor</title>
                <style>{Style}</style>
                </head>
                <body>
                <main>
                <p class="brand">RoomMonitor</p>
                <h1>{Encode(ErrorTexts.NoRoom)}</h1>
                <p>{Encode(ErrorTexts.NoRoomReason)}</p>
                <p><a href="">{Encode(ErrorTexts.TryAgain)}</a></p>
                </main>
                </body>
                </html>
                """;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
