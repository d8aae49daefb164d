using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RoomMonitor.Data;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Web.Hosting.Configuration;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Accounts;

/// <summary>Users, cookie, bearer tokens and policies.</summary>
public static class AccountsExtensions
{
    /// <summary>
    /// What OWASP's Password Storage Cheat Sheet asks for PBKDF2 with HMAC-SHA512, which is what Identity makes. Older hashes are made anew when
    /// their owners sign in.
    /// </summary>
    internal const int HashIterations = 220_000;

    /// <summary>For the server and every command. <c>UseRoomMonitorAccounts</c> completes the server.</summary>
    public static WebApplicationBuilder AddRoomMonitorAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AccountOptions>().BindConfiguration("Accounts").ValidateDataAnnotations().ValidateOnStart();
        builder.AddProtectionKeys();
        builder.Services.AddSingleton<ILookupNormalizer, NameLookupNormalizer>();
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        builder.Services.AddIdentityCore<UserAccount>(ConfigureIdentity)
            .AddPasswordValidator<GuessablePasswords>()
            .AddRoles<IdentityRole<int>>()
            .AddEntityFrameworkStores<RoomMonitorDbContext>()
            .AddSignInManager();
        AddSchemes(builder);
        AddPolicies(builder.Services);
        builder.Services.AddScoped<AccountSeeder>();
        builder.Services.AddScoped<AccountLogin>();
        builder.Services.AddScoped<BearerTokens>();
        builder.Services.AddScoped<CircuitCaller>();
        builder.Services.AddScoped<PageSession>();
        builder.Services.AddSingleton<FailedLogins>();
        builder.Services.AddSingleton<SignInThrottle>();
        builder.Services.AddSingleton<KnownBrowsers>();
        builder.Services.AddSingleton<SignInFailureWriter>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SignInFailureWriter>());
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Sessions>());
        return builder;
    }

    /// <summary>Authentication, authorization and antiforgery: after the error pages and CORS, before the rate limiter.</summary>
    public static WebApplication UseRoomMonitorAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(next => context => StaleForms.ShowAgainAsync(context, next));
        return app;
    }

    private static void ConfigureIdentity(IdentityOptions options)
    {
        // Length is what counts (NIST SP 800-63B); rules about classes of characters make people write passwords down.
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 4;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.User.RequireUniqueEmail = true;
        options.Lockout.AllowedForNewUsers = true;
    }

    private static void AddSchemes(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(AccountSchemes.Default)
            .AddPolicyScheme(AccountSchemes.Default, null, options => options.ForwardDefaultSelector = AccountSchemes.ForRequest)
            .AddBearerToken(AccountSchemes.Token)
            .AddScheme<AuthenticationSchemeOptions, SessionBearerHandler>(IdentityConstants.BearerScheme, null)
            .AddCookie(IdentityConstants.ApplicationScheme, options => SessionCookie.Configure(options, builder.AllowsPlainHttp(), builder.Configuration.PathBase()));

        builder.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<AccountOptions>>((cookie, accounts) => cookie.ExpireTimeSpan = TimeSpan.FromHours(accounts.Value.SessionHours));
        builder.Services.AddOptions<BearerTokenOptions>(AccountSchemes.Token)
            .Configure<IOptions<AccountOptions>>((bearer, accounts) =>
            {
                bearer.BearerTokenExpiration = TimeSpan.FromMinutes(accounts.Value.AccessTokenMinutes);
                bearer.RefreshTokenExpiration = TimeSpan.FromDays(accounts.Value.RefreshTokenDays);
            });

        // Strict about where it goes, lenient about http: with Always the framework throws on a page behind a proxy that ends TLS.
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
    }

    private static void AddPolicies(IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(AccountPolicies.ApiUser, policy => policy.AddAuthenticationSchemes(IdentityConstants.BearerScheme).RequireAuthenticatedUser())
            .AddPolicy(AccountPolicies.ApiAdministrator, policy => policy.AddAuthenticationSchemes(IdentityConstants.BearerScheme).RequireRole(Roles.Administrator))
            .AddPolicy(AccountPolicies.PageUser, policy => policy.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser())
            .AddPolicy(AccountPolicies.PageAdministrator, policy => policy.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireRole(Roles.Administrator));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessResultHandler>();
    }
}
