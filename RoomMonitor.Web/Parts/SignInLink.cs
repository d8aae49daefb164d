using Microsoft.AspNetCore.Components;
using RoomMonitor.Web.Accounts;

namespace RoomMonitor.Web.Parts;

/// <summary>
/// The way to the sign-in page and back. A link that stays while the address changes also has <c>data-sign-in</c>: js/sign-in.js gives it
/// the present address when it is clicked.
/// </summary>
internal static class SignInLink
{
    /// <summary>Comes back to where the reader is.</summary>
    public static string From(NavigationManager navigation) => To(navigation.ToBaseRelativePath(navigation.Uri));

    /// <param name="page">Where it comes back to, relative to the base address.</param>
    public static string To(string page) => page.StartsWith(SessionCookie.SignInPage, StringComparison.OrdinalIgnoreCase)
        ? page
        : $"{SessionCookie.SignInPage}?{SessionCookie.ReturnUrl}={Uri.EscapeDataString($"/{page}")}";
}
