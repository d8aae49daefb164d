using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Api;

/// <summary>What the caller has chosen, and the favourite rooms.</summary>
internal static class ProfileEndpoints
{
    public static void MapProfile(this IEndpointRouteBuilder api)
    {
        api.MapPost("rooms/{id:int}/favorite/", ToggleFavorite)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("ToggleFavorite")
            .WithTags("Rooms")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable)
            .Example(StatusCodes.Status200OK, ApiExamples.Favorite);
        api.MapGet("profile/", GetProfile)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("GetProfile")
            .WithTags("Accounts")
            .Example(StatusCodes.Status200OK, ApiExamples.Profile);
        api.MapPatch("profile/", UpdateProfile)
            .RequireAuthorization(AccountPolicies.ApiUser)
            .WithName("UpdateProfile")
            .WithTags("Accounts")
            .Takes(ApiExamples.ProfileChange)
            .Fails(StatusCodes.Status503ServiceUnavailable)
            .Example(StatusCodes.Status200OK, ApiExamples.Profile);
    }

    /// <summary>Makes a room a favourite, or takes it away where it was one.</summary>
    internal static async Task<Ok<WireFavorite>> ToggleFavorite(
        int id, NoFields _, ApiCaller caller, ProfileService profiles, CancellationToken cancellationToken)
    {
        try
        {
            var isFavorite = await profiles.ToggleFavoriteAsync(caller.RequireUserId(), id, cancellationToken);
            return TypedResults.Ok(new WireFavorite(isFavorite ? "The room is a favourite now." : "The room is no favourite any more.", isFavorite, id));
        }
        catch (UnknownRoomsException)
        {
            throw ApiException.NotFound($"There is no room {id}.");
        }
    }

    /// <summary>What the caller has chosen.</summary>
    internal static async Task<Ok<WireProfile>> GetProfile(ApiCaller caller, ProfileService profiles, CancellationToken cancellationToken) =>
        TypedResults.Ok(Of(await profiles.FindAsync(caller.RequireUserId(), cancellationToken)));

    /// <summary>Changes what the caller has chosen.</summary>
    /// <remarks>What isn't named stays as it is. `favorite_rooms` are all of them, in place of those there are.</remarks>
    internal static async Task<Ok<WireProfile>> UpdateProfile(ApiCaller caller, JsonFields fields, ProfileService profiles, CancellationToken cancellationToken)
    {
        var patch = new ProfilePatch
        {
            Theme = fields.Word<ThemePreference>("theme"),
            FavoriteRooms = fields.Numbers("favorite_rooms"),
            NotificationsEnabled = fields.Flag("notifications_enabled"),
            EmailReminders = fields.Flag("email_reminders"),
        };
        fields.Knows("id", "user", "created_at", "updated_at");
        fields.Instead("The page chooses it: /account.", "language");
        fields.ThrowIfRefused();
        try
        {
            await profiles.UpdateAsync(caller.RequireUserId(), patch, cancellationToken);
            return await GetProfile(caller, profiles, cancellationToken);
        }
        catch (UnknownRoomsException unknown)
        {
            throw ApiException.Invalid("favorite_rooms", unknown.Message);
        }
    }

    private static WireProfile Of(Profile profile) =>
        new(profile.Theme, profile.FavoriteRooms, profile.NotificationsEnabled, profile.EmailReminders);
}
