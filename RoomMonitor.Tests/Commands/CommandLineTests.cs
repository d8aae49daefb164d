using RoomMonitor.Web.Hosting.Commands;

namespace RoomMonitor.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(null, "--urls", "http://localhost:5080")]
    [InlineData(null, "--urls=http://localhost:5080", "--Campus:TimeZone=Etc/UTC", "--environment", "Development")]
    [InlineData(null, "--Campus:Name", "serve")]
    [InlineData("serve", "--Campus:Name=North", "serve")]
    [InlineData("-v", "-v")]
    [InlineData("--verbose", "--verbose")]
    [InlineData("--verbose", "--verbose", "--urls=http://localhost:5080")]
    [InlineData("--", "--")]
    [InlineData("/help", "/help")]
    public void FindUnknown_OnlyWhatIsNoSetting(string? expected, params string[] arguments) => CommandLine.FindUnknown(arguments).Should().Be(expected);

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "--urls=http://localhost:5080", "--help")]
    [InlineData(0, "import", "--help")]
    [InlineData(0, "--version")]
    [InlineData(2, "--urls=http://localhost:5080", "serve")]
    [InlineData(null, "import")]
    [InlineData(null, "--urls=http://localhost:5080")]
    public async Task AnswerAsync_QuestionOrUnknownWord_IsTheEnd(int? expected, params string[] arguments) =>
        (await CommandLine.AnswerAsync(arguments)).Should().Be(expected);
}
