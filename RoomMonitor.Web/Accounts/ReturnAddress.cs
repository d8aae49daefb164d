using Microsoft.AspNetCore.Http.HttpResults;

namespace RoomMonitor.Web.Accounts;

/// <summary>Where somebody goes after signing in: <c>/</c> is the start of this application, wherever a proxy shows it.</summary>
internal static class ReturnAddress
{
    private const string Start = "/";

    /// <summary>The address if it is a page of this server, else the start: a link to the sign-in page must not lead elsewhere.</summary>
    public static string Of(string? address) =>
        address is ['/', ..] && RedirectHttpResult.IsLocalUrl(address) && !address.StartsWith("/account/", StringComparison.OrdinalIgnoreCase) ? address : Start;
}
