using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Hosting;

[Trait("Category", "Long")]
public sealed class CreateAdminTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("roommonitor-command-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task CreateAdmin_Twice_MakesOneWhoCanSignIn()
    {
        var first = await RunAsync("correct horse battery", "create-admin", "ada@example.edu");
        first.Error.Should().BeEmpty();
        first.ExitCode.Should().Be(0);
        first.Output.Trim().Should().StartWith("ada@example.edu is an administrator now.").And.Contain("Set AllowedHosts");

        (await RunAsync("correct horse battery", "create-admin", "ADA@example.edu")).ShouldFail(1, "already");
        (await RunAsync("short", "create-admin", "bob@example.edu")).ShouldFail(1, "at least 12 characters");
        (await RunAsync(null, "create-admin", "bob@example.edu")).ShouldFail(1, "No password");

        await using var app = new RoomMonitorApp().With("ConnectionStrings:RoomMonitor", $"Data Source={Path.Combine(_folder, "data", "roommonitor.db")}");
        var response = await app.CreateClient().PostTextAsync("/api/auth/login/", """{"email":"ada@example.edu","password":"correct horse battery"}""");
        response.EnsureSuccessStatusCode();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me/");
        request.Headers.Authorization = new("Bearer", (await response.JsonAsync()).GetProperty("access").GetString());
        var me = await (await app.CreateClient().SendAsync(request)).JsonAsync();
        me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).Should().Equal("Administrator");
    }

    [Theory]
    [InlineData(2, "create-admin EMAIL", "create-admin")]
    [InlineData(2, "create-admin EMAIL", "create-admin", "a@example.edu", "b@example.edu")]
    [InlineData(1, "no e-mail address", "create-admin", "ada")]
    [InlineData(2, "no command \"create-user\"", "create-user", "ada@example.edu")]
    public async Task Commands_CalledWrongly_SayHow(int exitCode, string says, params string[] arguments)
    {
        (await RunAsync("correct horse battery", arguments)).ShouldFail(exitCode, says);
    }

    private Task<ProgramRun> RunAsync(string? input, params string[] arguments) => ProgramRun.OfAsync(_folder, input, arguments);
}
