using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Web.Texts;

namespace RoomMonitor.Web.Accounts;

/// <summary>Signs out of the pages. A form's POST only: a link or an image elsewhere must not do it.</summary>
internal static class SignOutEndpoint
{
    // Anonymous: whoever's session has ended meanwhile is signed out already.
    public static void MapSignOut(this IEndpointRouteBuilder app) =>
        app.MapPost("/account/sign-out", SignOutAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<Results<RedirectHttpResult, BadRequest<string>>> SignOutAsync(
        HttpContext context, IAntiforgery antiforgery, SignInManager<UserAccount> signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest(LayoutTexts.SignOutExpired);
        }

        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("~/");
    }
}
