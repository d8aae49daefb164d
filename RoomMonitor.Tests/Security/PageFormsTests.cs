using System.Text.RegularExpressions;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Security;

/// <summary>
/// What a browser does with a form before the page is alive, or when its scripts are gone: a GET writes each field into the address, the
/// history and the server's logs.
/// </summary>
public sealed partial class PageFormsTests : IAsyncLifetime
{
    private const string Email = "ada@test.local";

    private readonly RoomMonitorApp _app = new();

    public Task InitializeAsync() => _app.AddUserAsync(Email, Roles.Administrator);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/rooms/1")]
    [InlineData("/rooms/1?start=2026-11-24T14:15:00Z&end=2026-11-24T15:15:00Z&people=3")]
    [InlineData("/monitor")]
    [InlineData("/reservations")]
    [InlineData("/account")]
    [InlineData("/admin/kiosks")]
    public async Task Form_WithPrivateWords_IsNeverAGet(string address)
    {
        await _app.AddRoomAsync();
        var browser = _app.CreateBrowser();
        await browser.SignInByFormAsync(Email);

        var html = await browser.GetStringAsync(address);

        Forms().Matches(html).Where(form => !Method().IsMatch(form.Groups["tag"].Value) && PrivateField().IsMatch(form.Value))
            .Select(form => form.Groups["tag"].Value).Should().BeEmpty();
        (address.StartsWith("/rooms", StringComparison.Ordinal) && !PrivateField().IsMatch(html)).Should().BeFalse("the booking form is there");
    }

    [GeneratedRegex("(?<tag><form(?=[ >])[^>]*>).*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("method=\"(post|dialog)\"")]
    private static partial Regex Method();

    [GeneratedRegex("""name="(purpose|people|key|email|password)["]""")]
    private static partial Regex PrivateField();
}
