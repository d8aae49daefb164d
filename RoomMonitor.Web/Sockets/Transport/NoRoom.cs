using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using Microsoft.Net.Http.Headers;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Sockets.Transport;

/// <summary>
/// The answer where there is no room: 503, for people a page that tries again by itself, for programs a problem. The page needs nothing else
/// from the server, which might not give it, and costs next to nothing.
/// </summary>
internal static class NoRoom
{
    private const int ShortestWait = 5;
    private const int LongestWait = 10;

    private const string Style =
        ":root{color-scheme:light dark}body{max-width:36rem;margin:0 auto;padding:4rem 1rem;font:1rem/1.5 Roboto,system-ui,sans-serif}h1{font-size:1.5rem;line-height:1.25}"
        + "a{display:inline-block;padding:.75rem 0;color:inherit}";

    private static readonly FrozenDictionary<string, string> _pages =
        PageLanguages.All.ToFrozenDictionary(language => language.Code, language => Page(language.Culture));

    /// <param name="detail">For programs; pages have words of their own.</param>
    public static Task SayAsync(HttpContext context, string detail)
    {
        var (request, response) = (context.Request, context.Response);

        // Not all at the same moment.
        var wait = Random.Shared.Next(ShortestWait, LongestWait + 1).ToString(CultureInfo.InvariantCulture);
        response.Headers.RetryAfter = wait;
        response.Headers.CacheControl = "no-store";
        if (!IsForPeople(request))
        {
            return ApiProblems.WriteAsync(context, ApiProblems.Of(StatusCodes.Status503ServiceUnavailable, $"{detail} Try again in {wait} s."));
        }

        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
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
