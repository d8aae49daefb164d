using System.Text.RegularExpressions;

namespace RoomMonitor.Tests.Architecture;

/// <summary>
/// Links are relative to the page's base address, which is the path under which a proxy shows the server: one that begins with a slash leaves it.
/// </summary>
public sealed partial class RootedLinksTests
{
    private static readonly string[] _folders = ["Accounts/Pages", "Features", "Kiosks", "Parts", "Rooms", "Shell", "wwwroot"];
    private static readonly string[] _kinds = [".cs", ".razor", ".js", ".css", ".webmanifest"];

    [Fact]
    public void Source_OfPagesAndScripts_LinksNowhereFromTheRoot()
    {
        var files = _folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositorySource.Root, "RoomMonitor.Web", folder), "*", SearchOption.AllDirectories))
            .Where(file => _kinds.Contains(Path.GetExtension(file)) && !file.EndsWith("Endpoints.cs", StringComparison.Ordinal))
            .ToList();
        files.Should().HaveCountGreaterThan(300);

        files.SelectMany(file => Rooted(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(RepositorySource.Root, file)}: {line}"))
            .Should().BeEmpty();
    }

    [Theory]
    [InlineData("""<a href="/rooms/1">""")]
    [InlineData("""<a href="/">""")]
    [InlineData("""<a href='/?q=1'>""")]
    [InlineData("""<a href="@($"/rooms/{Id}")">""")]
    [InlineData("""<form method="post" action="/account/sign-out">""")]
    [InlineData("""<MudButton Href="/">""")]
    [InlineData("""Navigation.NavigateTo("/reservations");""")]
    [InlineData("""toast with { ActionHref = "/monitor" }""")]
    [InlineData("await fetch('/health/ready')")]
    [InlineData("await fetch(`/api/rooms/${id}/`)")]
    [InlineData("location.href = '/';")]
    [InlineData("location.replace('/');")]
    [InlineData("src: url(/fonts/a.woff2)")]
    [InlineData("""src: url("/fonts/a.woff2")""")]
    [InlineData("""  "start_url": "/",""")]
    public void Rooted_LinkFromTheRoot_IsFound(string line) => Rooted(line).Should().ContainSingle();

    [Theory]
    [InlineData("""@page "/rooms/{Id:int}" """)]
    [InlineData("""pages.MapGet("/rooms/{id:int}/qr.svg", Get);""")]
    [InlineData("""<a href="./">""")]
    [InlineData("""<a href="rooms/1">""")]
    [InlineData("""<a href="https://example.org/">""")]
    [InlineData("if (keys === '/') {")]
    [InlineData("""  "start_url": "./",""")]
    public void Rooted_OtherLine_IsNot(string line) => Rooted(line).Should().BeEmpty();

    private static IEnumerable<string> Rooted(string text) =>
        from line in text.Split('\n')
        where Literal().IsMatch(line) && !Route().IsMatch(line) && !Comment().IsMatch(line)
        select line.Trim();

    /// <summary>An address in quotes, or as CSS has it; a slash alone only where it is surely one.</summary>
    [GeneratedRegex("""["'`]/[a-z?#]|url\(["']?/|(?i:(href|src|action|url|scope|id|navigateto|replace|assign|fetch)"?\s*[=:(]\s*["'`]/["'`])""")]
    private static partial Regex Literal();

    [GeneratedRegex("""@page "|\.Map(Get|Post|Methods)\(""")]
    private static partial Regex Route();

    [GeneratedRegex(@"^\s*(//|\*|/\*)")]
    private static partial Regex Comment();
}
