using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Hosting;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Tests.Configuration;

public sealed class CleanConsoleTests
{
    private const string Forged = "/rooms\r\ninfo: RoomMonitor[901]\n      User 1 signed in\u001b[2J\u202e\u009b1m";

    [Fact]
    public void Write_ValueThatForgesLines_IsOneLine()
    {
        var lines = Written(Forged, null);

        lines.Should().HaveCount(2, "a line for the level and the category, one for the message");
        lines[0].Should().StartWith("warn: Test[7]");
        lines[1].Should().StartWith("      /rooms··info:");
    }

    [Fact]
    public void Write_Exception_KeepsItsLinesAndNothingElse()
    {
        var lines = Written("It failed", new InvalidOperationException(Forged));

        lines.Skip(1).Should().OnlyContain(line => line.StartsWith("      ", StringComparison.Ordinal), "nothing but the first line begins like one");
        string.Concat(lines).Should().Contain("InvalidOperationException").And.NotContainAny("\r", "\u001b", "\u202e", "\u009b");
    }

    [Theory]
    [InlineData("", CleanConsole.FormatName)]
    [InlineData("json", "json")]
    public void Server_AsShipped_WritesSo(string chosen, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("roommonitor-console-");
        string[] settings = chosen.Length == 0 ? [] : [$"--Logging:Console:FormatterName={chosen}"];
        using var app = RoomMonitorHost.CreateBuilder([$"--Data:Folder={folder.FullName}", .. settings]).Build();
        folder.Delete(recursive: true);

        app.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName.Should().Be(expected);
        app.Services.GetServices<ConsoleFormatter>().Should().Contain(formatter => formatter.Name == expected);
    }

    private static string[] Written(string message, Exception? exception)
    {
        using var services = new ServiceCollection().AddLogging(logging => logging.AddConsole().AddConsoleFormatter<CleanConsole, ConsoleFormatterOptions>()).BuildServiceProvider();
        using var writer = new StringWriter();
        services.GetServices<ConsoleFormatter>().OfType<CleanConsole>().Single().Write(
            new LogEntry<string>(LogLevel.Warning, "Test", 7, message, exception, (text, _) => text), null, writer);
        return writer.ToString().TrimEnd().Split(Environment.NewLine);
    }
}
