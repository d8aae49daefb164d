using Microsoft.AspNetCore.Components;
using RoomMonitor.Web.Security;

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
    public static string To(string page) => page.StartsWith(SignInAddress.Page, StringComparison.OrdinalIgnoreCase)
        ? page
        : $"{SignInAddress.Page}?{SignInAddress.ReturnUrl}={Uri.EscapeDataString($"/{page}")}";
}
