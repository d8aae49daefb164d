using System.Collections.Immutable;
using Fluxor;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Features.Profile;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Realtime;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Features.Account;

/// <summary>What its reader has chosen. Each choice counts at once.</summary>
public sealed partial class AccountPage
{
    private string? _name;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required IState<ProfileState> Profile { get; set; }

    [Inject]
    public required IState<RoomsState> Rooms { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IJSRuntime JS { get; set; }

    [Inject(Key = CampusTime.Key)]
    public required TimeProvider Clock { get; set; }

    private static IReadOnlyList<Choice> Themes =>
    [
        new(ThemeChoice.WordOf(ThemePreference.Auto), ProfileTexts.ThemeAuto),
        new(ThemeChoice.WordOf(ThemePreference.Light), ProfileTexts.ThemeLight),
        new(ThemeChoice.WordOf(ThemePreference.Dark), ProfileTexts.ThemeDark),
    ];

    private static IReadOnlyList<Choice> Languages =>
        [new("", ProfileTexts.LanguageAuto), .. PageLanguages.All.Select(language => new Choice(language.Code, language.Name))];

    private CampusCalendar Calendar => Rooms.Value.Snapshot.Calendar;

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        SubscribeToAction<ProfileSaved>(OnSaved);
        SubscribeToAction<ProfileNotSaved>(notSaved => _ = InvokeAsync(() => ChooseThemeAsync(ThemeChoice.WordOf(notSaved.Saved.Theme))));
        _name = (await Authentication).User.Identity?.Name;
    }

    private List<RoomOccupancy> Marked(ImmutableHashSet<int> roomIds) =>
        [.. Rooms.Value.Snapshot.InReadingOrder.Where(room => roomIds.Contains(room.Room.Id))];

    private void Change(ProfilePatch patch) => Dispatcher.Dispatch(new ProfileChanged(patch));

    /// <summary>The browser puts it on, and tells the theme provider, which tells the profile.</summary>
    private async Task ChooseThemeAsync(string choice) => await JS.InvokeVoidAsync("roomMonitorTheme.choose", choice);

    private void OnSaved(ProfileSaved saved)
    {
        // A circuit keeps the culture that it began with.
        if (saved.Patch.Language is not null)
        {
            _ = InvokeAsync(() => Navigation.Refresh(forceReload: true));
        }
    }
}
