using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Tests.Support;

/// <summary>What tests of signing in say often.</summary>
public static partial class AccountTestExtensions
{
    public const string Password = "a long enough password";

    public static async Task<UserAccount> AddUserAsync(this RoomMonitorApp app, string email, string role = Roles.Staff)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var user = new UserAccount { UserName = email, Email = email };
        (await users.CreateAsync(user, Password)).Succeeded.Should().BeTrue();
        (await users.AddToRoleAsync(user, role)).Succeeded.Should().BeTrue();
        return user;
    }

    /// <summary>A browser without JavaScript: keeps cookies, and is shown where it is sent.</summary>
    public static HttpClient CreateBrowser(this RoomMonitorApp app)
    {
        var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    /// <summary>Opens the sign-in page and sends its form.</summary>
    public static async Task<HttpResponseMessage> SignInByFormAsync(
        this HttpClient browser, string email, string password = Password, string address = "/account/sign-in", bool withToken = true)
    {
        var page = await browser.GetAsync(address);
        var html = await page.Content.ReadAsStringAsync();
        page.StatusCode.Should().Be(HttpStatusCode.OK, html);
        return await browser.PostAsync(address, SignInForm(email, password, withToken ? TokenIn(html) : null));
    }

    public static FormUrlEncodedContent SignInForm(string email, string password, string? token)
    {
        var fields = new Dictionary<string, string> { ["_handler"] = "sign-in", ["Input.Email"] = email, ["Input.Password"] = password };
        if (token is not null)
        {
            fields["__RequestVerificationToken"] = token;
        }

        return new FormUrlEncodedContent(fields);
    }

    public static FormUrlEncodedContent SignOutForm(string token) => new([new("_handler", "sign-out"), new("__RequestVerificationToken", token)]);

    public static string TokenIn(string html)
    {
        var match = AntiforgeryField().Match(html);
        match.Success.Should().BeTrue("the page should hold a form with its antiforgery token");
        return match.Groups["token"].Value;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex AntiforgeryField();
}
