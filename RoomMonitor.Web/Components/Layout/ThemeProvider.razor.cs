using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace RoomMonitor.Web.Components.Layout;

/// <summary>MudBlazor's theme, kept in step with what js/theme.js has put on the page.</summary>
public sealed partial class ThemeProvider : ComponentBase
{
    private DotNetObjectReference<ThemeProvider>? _self;
    private bool _isDark;

    [CascadingParameter]
    public ThemeChoice? Theme { get; set; }

    /// <summary>Called by js/theme.js.</summary>
    [JSInvokable]
    public void OnThemeChanged(bool isDark)
    {
        if (isDark != _isDark)
        {
            _isDark = isDark;
            StateHasChanged();
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
            OnThemeChanged(await JS.InvokeAsync<bool>("roomMonitorTheme.subscribe", _self));
        }
    }
}
