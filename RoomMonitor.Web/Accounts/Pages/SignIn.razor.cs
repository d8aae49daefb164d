using Microsoft.AspNetCore.Components;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Accounts.Pages;

/// <summary>Signs in to the pages, by the cookie.</summary>
public sealed partial class SignIn : ComponentBase
{
    private string? _error;

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public SignInForm Input { get; set; } = null!;

    [SupplyParameterFromQuery(Name = SignInAddress.ReturnUrl)]
    public string? ReturnUrl { get; set; }

    [Inject]
    internal AccountLogin Login { get; set; } = null!;

    [Inject]
    internal PageSession Session { get; set; } = null!;

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IHostEnvironment Environment { get; set; }

    private bool HasEmail => !string.IsNullOrWhiteSpace(Input.Email);

    private bool HasEnded => EndedSession.IsNew(HttpContext);

    private string? Invalid => _error is null ? null : "true";

    private string? ErrorId => _error is null ? null : "sign-in-error";

    protected override void OnInitialized()
    {
        Input ??= new SignInForm();
        if (HttpContext.Features.Get<StaleForm>() is { } stale)
        {
            Input.Email = stale.Fields["Input.Email"];
            _error = SignInTexts.StaleSignIn;
        }
    }

    private async Task SignInAsync()
    {
        if (!HasEmail || string.IsNullOrEmpty(Input.Password))
        {
            _error = SignInTexts.Missing;
            return;
        }

        var result = await Login.CheckAsync(HttpContext, Input.Email!.Trim(), Input.Password);
        if (result.User is null)
        {
            _error = result.RetryAfter is { } wait
                ? SignInTexts.FormatTooMany(Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)))
                : SignInTexts.Refused;
            HttpContext.Response.StatusCode = result.RetryAfter is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status429TooManyRequests;
            return;
        }

        await Session.BeginAsync(HttpContext, result.User);
        Navigation.NavigateTo(ReturnAddress.Of(ReturnUrl)[1..]);
    }
}
