using RoomMonitor.Data;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Features.Profile;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Shell.Languages;

/// <summary>What is known of whoever opens a page, as a feature of the request.</summary>
/// <param name="Language">As chosen in the profile; null for what the browser says.</param>
internal sealed record PageReader(ThemePreference Theme, string? Language, PageMarks Marks)
{
    public static async Task LoadAsync(HttpContext context, RequestDelegate next)
    {
        if (PageRequest.IsPage(context) && context.User.Identity?.IsAuthenticated == true && ApiCaller.IdOf(context.User) is { } userId)
        {
            context.Features.Set(await FindAsync(context, userId));
        }

        await next(context);
    }

    private static async Task<PageReader?> FindAsync(HttpContext context, int userId)
    {
        try
        {
            var profiles = context.RequestServices.GetRequiredService<ProfileService>();
            var profile = await profiles.FindAsync(userId, context.RequestAborted);
            return new PageReader(profile.Theme, profile.Language, new PageMarks(userId, profile.FavoriteRooms, profile.WatchedRooms));
        }
        catch (UnknownAccountException)
        {
            // The session outlives its account for a few minutes.
            return null;
        }
        catch (Exception failure) when (DatabaseFailures.Cause(failure) is not null)
        {
            // Without its database the campus is still shown, as the browser would have it.
            return null;
        }
    }
}
