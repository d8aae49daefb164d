namespace RoomMonitor.Web.Hosting.Configuration;

/// <summary>HEAD is answered wherever GET is, as RFC 9110 (9.3.2) asks for, by what answers GET.</summary>
internal static class HeadRequests
{
    /// <summary>Before routing. Kestrel sends no body to a request that came as HEAD, whatever is written.</summary>
    public static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
