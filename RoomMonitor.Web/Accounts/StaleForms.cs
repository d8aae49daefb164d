using Microsoft.AspNetCore.Antiforgery;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Accounts;

/// <summary>
/// A form that is older than its session: signed in meanwhile in another tab, kept open over a change of the server's keys. Its page is shown
/// again, with a form that counts, instead of the framework's words. Nothing of it was done.
/// </summary>
internal static class StaleForms
{
    /// <summary>After antiforgery, and before the pages.</summary>
    public static async Task ShowAgainAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && PageRequest.IsPage(context) && await FormOfAsync(context) is { } form)
        {
            context.Features.Set(new StaleForm(form));
            request.Method = HttpMethods.Get;
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        await next(context);
    }

    /// <summary>The form if it doesn't count, or names none.</summary>
    private static async Task<IFormCollection?> FormOfAsync(HttpContext context)
    {
        var isStale = context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false };
        if (isStale)
        {
            // The framework keeps what doesn't count from being read. Here it is read for what was typed, and nothing else is done with it.
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        if (!context.Request.HasFormContentType)
        {
            return FormCollection.Empty;
        }

        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return isStale || !form.ContainsKey("_handler") ? form : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // No form, too long, or one that ends in its midst.
            return FormCollection.Empty;
        }
    }
}
