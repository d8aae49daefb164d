using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Data.Profiles;

/// <summary>
/// What users have chosen. Two changes at once (a double click, two tabs) both succeed: whoever finds that the other was first reads
/// again and goes on from there.
/// </summary>
/// <remarks>Throws <see cref="UnknownAccountException"/> or <see cref="UnknownRoomsException"/>; nothing was changed then.</remarks>
public sealed class ProfileService(IDbContextFactory<RoomMonitorDbContext> contexts)
{
    /// <summary>More than anybody's double clicks need.</summary>
    private const int Attempts = 10;

    public async Task<Profile> FindAsync(int userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancellationToken) ?? throw new UnknownAccountException();
        var favorites = from favorite in context.Favorites
                        where favorite.UserId == userId && context.Rooms.Any(room => room.Id == favorite.RoomId && room.IsActive)
                        orderby favorite.RoomId
                        select favorite.RoomId;
        var watches = from watch in context.Watches
                      where watch.UserId == userId && context.Rooms.Any(room => room.Id == watch.RoomId && room.IsActive)
                      orderby watch.RoomId
                      select watch.RoomId;
        return new Profile(
            user.Id,
            user.Theme,
            user.Language,
            user.NotificationsEnabled,
            user.EmailReminders,
            user is { QuietFrom: { } from, QuietTo: { } to } ? (from, to) : null,
            await favorites.ToListAsync(cancellationToken),
            await watches.ToListAsync(cancellationToken))
        { CampusNotifications = user.CampusNotifications };
    }

    /// <returns>Whether the room is a favourite now.</returns>
    public async Task<bool> ToggleFavoriteAsync(int userId, int roomId, CancellationToken cancellationToken)
    {
        var isFavorite = false;
        await ChangeAsync(userId, async context =>
        {
            await RequireRoomsAsync(context, [roomId], cancellationToken);
            var present = await context.Favorites.FindAsync([userId, roomId], cancellationToken);
            isFavorite = present is null;
            Set(context, present, new Favorite { UserId = userId, RoomId = roomId }, isFavorite);
        }, cancellationToken);
        return isFavorite;
    }

    public Task SetFavoriteAsync(int userId, int roomId, bool isFavorite, CancellationToken cancellationToken) => ChangeAsync(userId, async context =>
    {
        await RequireRoomsAsync(context, [roomId], cancellationToken);
        var present = await context.Favorites.FindAsync([userId, roomId], cancellationToken);
        Set(context, present, new Favorite { UserId = userId, RoomId = roomId }, isFavorite);
    }, cancellationToken);

    public Task SetWatchAsync(int userId, int roomId, bool isWatched, CancellationToken cancellationToken) => ChangeAsync(userId, async context =>
    {
        await RequireRoomsAsync(context, [roomId], cancellationToken);
        var present = await context.Watches.FindAsync([userId, roomId], cancellationToken);
        Set(context, present, new Watch { UserId = userId, RoomId = roomId }, isWatched);
    }, cancellationToken);

    public Task UpdateAsync(int userId, ProfilePatch patch, CancellationToken cancellationToken) => ChangeAsync(userId, async context =>
    {
        var user = await context.Users.SingleAsync(u => u.Id == userId, cancellationToken);
        user.Theme = patch.Theme ?? user.Theme;
        user.NotificationsEnabled = patch.NotificationsEnabled ?? user.NotificationsEnabled;
        user.CampusNotifications = patch.CampusNotifications ?? user.CampusNotifications;
        user.EmailReminders = patch.EmailReminders ?? user.EmailReminders;
        user.Language = patch.Language is null ? user.Language : patch.Language.Length == 0 ? null : patch.Language;
        if (patch.ChangesQuietHours)
        {
            (user.QuietFrom, user.QuietTo) = (patch.QuietHours?.From, patch.QuietHours?.To);
        }

        if (patch.FavoriteRooms is { } rooms)
        {
            await ReplaceFavoritesAsync(context, userId, rooms, cancellationToken);
        }
    }, cancellationToken);

    /// <summary>Those of closed rooms, which nobody saw, stay.</summary>
    private static async Task ReplaceFavoritesAsync(RoomMonitorDbContext context, int userId, IReadOnlyList<int> roomIds, CancellationToken cancellationToken)
    {
        await RequireRoomsAsync(context, roomIds, cancellationToken);
        var present = await context.Favorites
            .Where(favorite => favorite.UserId == userId && context.Rooms.Any(room => room.Id == favorite.RoomId && room.IsActive))
            .ToListAsync(cancellationToken);
        context.Favorites.RemoveRange(present.Where(favorite => !roomIds.Contains(favorite.RoomId)));
        context.Favorites.AddRange(roomIds.Distinct()
            .Except(present.Select(favorite => favorite.RoomId))
            .Select(roomId => new Favorite { UserId = userId, RoomId = roomId }));
    }

    private static async Task RequireRoomsAsync(RoomMonitorDbContext context, IReadOnlyList<int> roomIds, CancellationToken cancellationToken)
    {
        var active = await context.Rooms.Where(room => room.IsActive && roomIds.Contains(room.Id)).Select(room => room.Id).ToListAsync(cancellationToken);
        if (roomIds.Except(active).ToList() is { Count: > 0 } unknown)
        {
            throw new UnknownRoomsException(unknown);
        }
    }

    private static void Set<TMark>(RoomMonitorDbContext context, TMark? present, TMark mark, bool isSet)
        where TMark : class
    {
        if (isSet && present is null)
        {
            context.Add(mark);
        }
        else if (!isSet && present is not null)
        {
            context.Remove(present);
        }
    }

    /// <summary>Once more where somebody else has just made or removed the same row.</summary>
    private async Task ChangeAsync(int userId, Func<RoomMonitorDbContext, Task> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            if (!await context.Users.AnyAsync(user => user.Id == userId, cancellationToken))
            {
                throw new UnknownAccountException();
            }

            await change(context);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException failure) when (attempt < Attempts && !DatabaseFailures.IsBusy(failure))
            {
                // Read again.
            }
        }
    }
}
