using System.Globalization;
using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Accounts;

/// <summary>
/// Who calls, by the bearer token alone. Where it matters to the answer, an invalid or expired token is a 401 rather than an anonymous
/// reader: a client whose token ran out would else take the anonymous form for the whole truth.
/// </summary>
internal sealed record ApiCaller(int? UserId, string UserName, bool IsAdministrator) : IBindableFromHttpContext<ApiCaller>
{
    public static ApiCaller Anonymous { get; } = new(null, "", false);

    public static async ValueTask<ApiCaller?> BindAsync(HttpContext context, ParameterInfo parameter) => await OfAsync(context);

    public static async Task<ApiCaller> OfAsync(HttpContext context)
    {
        // Never HttpContext.User: that may be the reader of a page.
        var result = await context.AuthenticateAsync(IdentityConstants.BearerScheme);
        return result switch
        {
            { Succeeded: true } => Of(result.Principal),
            { Failure: not null } => throw ApiException.BadToken(),
            _ => Anonymous,
        };
    }

    /// <summary>For what only somebody who is signed in may ask.</summary>
    public int RequireUserId() => UserId ?? throw ApiException.SignInFirst();

    public Caller ToCaller() => new(new Actor(RequireUserId(), UserName), IsAdministrator);

    internal static int? IdOf(ClaimsPrincipal principal) =>
        int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    internal static ApiCaller Of(ClaimsPrincipal principal) =>
        new(IdOf(principal), principal.Identity?.Name ?? "", principal.IsInRole(Roles.Administrator));
}
