using Fluxor;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Features.Profile;

/// <summary>
/// Reads and saves the profile. One after the other, and always what the state says by then: of quick clicks the last one counts.
/// </summary>
public sealed partial class ProfileEffects(
    CircuitCaller callers, ProfileService profiles, IState<ProfileState> state, ILogger<ProfileEffects> logger) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>As the database has it.</summary>
    private ProfileState _saved = ProfileState.Anonymous;

    [EffectMethod(typeof(ProfileRequested))]
    public async Task LoadAsync(IDispatcher dispatcher)
    {
        await _gate.WaitAsync();
        try
        {
            await LoadFirstAsync(dispatcher);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task LoadFirstAsync(IDispatcher dispatcher)
    {
        var loaded = new ProfileLoaded(null);
        try
        {
            if (await UserIdAsync() is { } userId)
            {
                loaded = new ProfileLoaded(await profiles.FindAsync(userId, CancellationToken.None));
            }
        }
        catch (UnknownAccountException)
        {
            // The session outlives its account for a few minutes.
        }
        catch (Exception failure)
        {
            LogNotLoaded(failure);
            dispatcher.Dispatch(new ToastRequested(new Toast(ToastKind.Error, ProfileTexts.NotLoaded, ProfileTexts.NotLoadedHint)));
            return;
        }

        _saved = ProfileReducers.OnLoaded(_saved, loaded);
        dispatcher.Dispatch(loaded);
    }

    [EffectMethod]
    public Task SaveFavoriteAsync(FavoriteToggled action, IDispatcher dispatcher) => !state.Value.IsLoaded ? OnceLoadedAsync(action, dispatcher) : SaveAsync(
        dispatcher,
        async userId =>
        {
            var isFavorite = state.Value.FavoriteRooms.Contains(action.RoomId);
            if (isFavorite != _saved.FavoriteRooms.Contains(action.RoomId))
            {
                await profiles.SetFavoriteAsync(userId, action.RoomId, isFavorite, CancellationToken.None);
                _saved = _saved with { FavoriteRooms = ProfileReducers.With(_saved.FavoriteRooms, action.RoomId, isFavorite) };
            }
        },
        () => new FavoriteNotSaved(action.RoomId, _saved.FavoriteRooms.Contains(action.RoomId)));

    [EffectMethod]
    public Task SaveWatchAsync(WatchToggled action, IDispatcher dispatcher) => !state.Value.IsLoaded ? OnceLoadedAsync(action, dispatcher) : SaveAsync(
        dispatcher,
        async userId =>
        {
            var isWatched = state.Value.WatchedRooms.Contains(action.RoomId);
            if (isWatched != _saved.WatchedRooms.Contains(action.RoomId))
            {
                await profiles.SetWatchAsync(userId, action.RoomId, isWatched, CancellationToken.None);
                _saved = _saved with { WatchedRooms = ProfileReducers.With(_saved.WatchedRooms, action.RoomId, isWatched) };
            }
        },
        () => new WatchNotSaved(action.RoomId, _saved.WatchedRooms.Contains(action.RoomId)));

    [EffectMethod]
    public Task SaveSettingsAsync(ProfileChanged action, IDispatcher dispatcher) => SaveAsync(
        dispatcher,
        async userId =>
        {
            await profiles.UpdateAsync(userId, action.Patch, CancellationToken.None);
            _saved = ProfileReducers.Changed(_saved, action.Patch);
            dispatcher.Dispatch(new ProfileSaved(action.Patch));
        },
        () => new ProfileNotSaved(_saved));

    public void Dispose() => _gate.Dispose();

    private async Task<int?> UserIdAsync() => (await callers.FindAsync())?.Actor.UserId;

    /// <summary>The page has its stars before the profile is read: a click on one that is faster counts once it is.</summary>
    private async Task OnceLoadedAsync(object action, IDispatcher dispatcher)
    {
        await _gate.WaitAsync();
        _gate.Release();
        if (state.Value.IsLoaded)
        {
            dispatcher.Dispatch(action);
        }
    }

    private async Task SaveAsync(IDispatcher dispatcher, Func<int, Task> save, Func<object> takeBack)
    {
        await _gate.WaitAsync();
        try
        {
            if (await UserIdAsync() is not { } userId)
            {
                AskToSignIn(dispatcher);
            }
            else if (state.Value.IsLoaded)
            {
                await save(userId);
            }
        }
        catch (Exception failure)
        {
            LogNotSaved(failure);
            dispatcher.Dispatch(takeBack());
            dispatcher.Dispatch(new ToastRequested(new Toast(ToastKind.Error, ProfileTexts.NotSaved, ProfileTexts.NotSavedHint) { MergeKey = nameof(ProfileTexts.NotSaved) }));
        }
        finally
        {
            _gate.Release();
        }
    }

    private static void AskToSignIn(IDispatcher dispatcher) => dispatcher.Dispatch(new ToastRequested(
        new Toast(ToastKind.Info, ProfileTexts.SignInFirst, ProfileTexts.SignInFirstHint)
        {
            ActionText = ProfileTexts.SignIn,
            ActionHref = SignInAddress.Page,
            MergeKey = nameof(ProfileTexts.SignInFirst),
        }));

    [LoggerMessage(EventId = 701, Level = LogLevel.Warning, Message = "The profile of a circuit could not be read")]
    private partial void LogNotLoaded(Exception failure);

    [LoggerMessage(EventId = 702, Level = LogLevel.Warning, Message = "A change of a profile could not be saved")]
    private partial void LogNotSaved(Exception failure);
}
