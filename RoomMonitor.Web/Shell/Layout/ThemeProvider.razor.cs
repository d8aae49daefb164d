using Fluxor;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Web.Features.Profile;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Shell.Layout;

/// <summary>MudBlazor's theme, and the profile's, kept in step with what js/theme.js has put on the page.</summary>
public sealed partial class ThemeProvider : ComponentBase
{
    private DotNetObjectReference<ThemeProvider>? _self;
    private bool _isDark;

    [CascadingParameter]
    public ThemeChoice? Theme { get; set; }

    [Inject]
    public required IState<ProfileState> Profile { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    /// <summary>Called by js/theme.js, also when the system turns dark or light by itself.</summary>
    [JSInvokable]
    public void OnThemeChanged(bool isDark, string choice)
    {
        Show(isDark);
        if (Profile.Value is { IsLoaded: true, IsSignedIn: true } && ThemeChoice.PreferenceOf(choice) is { } preference && preference != Profile.Value.Theme)
        {
            Dispatcher.Dispatch(new ProfileChanged(new ProfilePatch { Theme = preference }));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_self is not null)
        {
            try
            {
                await JS.InvokeVoidAsync("roomMonitorTheme.unsubscribe");
            }
            catch (JSDisconnectedException)
            {
                // The page is gone, and the subscription with it.
            }

            _self.Dispose();
        }
    }

    protected override void OnInitialized() => _isDark = Theme?.IsDark ?? false;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            Show(await JS.InvokeAsync<bool>("roomMonitorTheme.subscribe", _self));
        }
    }

    private void Show(bool isDark)
    {
        if (isDark != _isDark)
        {
            _isDark = isDark;
            StateHasChanged();
        }
    }
}
