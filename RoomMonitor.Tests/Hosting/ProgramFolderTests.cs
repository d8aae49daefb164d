using RoomMonitor.Tests.Architecture;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Tests.Hosting;

/// <summary>Started from anywhere, as systemd, cron and people do it: what belongs to the program lies with the program.</summary>
public sealed class ProgramFolderTests : IDisposable
{
    private readonly string _anywhere = Directory.CreateTempSubdirectory("roommonitor-anywhere-").FullName;

    public void Dispose() => Directory.Delete(_anywhere, recursive: true);

    [Fact]
    public async Task Published_StartedByItsPathFromAnywhere_HasItsPagesAndItsData()
    {
        using var program = new PublishedProgram().WithAssets();
        await using (var server = await ServerProcess.StartProgramAsync(program.Folder, _anywhere, "ConnectionStrings:RoomMonitor=Data Source=own/campus.db"))
        {
            using var client = await server.ClientAsync();
            var expected = await File.ReadAllBytesAsync(Path.Combine(RepositorySource.Root, "RoomMonitor.Web", "wwwroot", "app.css"));
            (await client.GetByteArrayAsync("app.css")).Should().Equal(expected);
        }

        Directory.EnumerateFileSystemEntries(_anywhere).Should().BeEmpty();
        File.Exists(Path.Combine(program.Folder, "own", "campus.db")).Should().BeTrue("a relative path counts from the program");
        Directory.EnumerateFiles(Path.Combine(program.Folder, "data", "keys")).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Built_StartedByItsPathInProduction_HasItsPagesAndItsDataInDataFolder()
    {
        var data = Directory.CreateTempSubdirectory("roommonitor-data-").FullName;
        await using (var server = await ServerProcess.StartProgramAsync(AppContext.BaseDirectory, _anywhere, $"Data:Folder={data}"))
        {
            using var client = await server.ClientAsync();
            foreach (var asset in (string[])["app.css", "_framework/blazor.web.js", "_content/MudBlazor/MudBlazor.min.css"])
            {
                (await client.GetByteArrayAsync(asset)).Should().HaveCountGreaterThan(1_000, asset);
            }
        }

        Directory.EnumerateFileSystemEntries(_anywhere).Should().BeEmpty();
        File.Exists(Path.Combine(data, "roommonitor.db")).Should().BeTrue();
        Directory.EnumerateFiles(Path.Combine(data, "keys")).Should().NotBeEmpty();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Published_WithoutItsPages_DoesNotStart()
    {
        using var program = new PublishedProgram();

        (await ProgramRun.OfProgramAsync(program.Folder, _anywhere, null)).ShouldFail(1, "The files of the pages are missing");
    }

    [Fact]
    public void Find_BuiltAndPublished_IsTheProjectAndTheFolderItself()
    {
        var project = Path.Combine(RepositorySource.Root, "RoomMonitor.Web");

        ProgramFolder.Find(Path.Combine(project, "bin", "Debug", "net10.0")).Should().Be(project);
        ProgramFolder.Find(project).Should().Be(project);
        ProgramFolder.Find(_anywhere).Should().Be(_anywhere);
    }

    [Theory]
    [InlineData("--help", "create-admin EMAIL")]
    [InlineData("--version", "RoomMonitor {version}")]
    public async Task Question_IsAnsweredAndNoServerStarts(string question, string answer)
    {
        var run = await ProgramRun.OfProgramAsync(AppContext.BaseDirectory, _anywhere, null, question);

        run.Output.Should().Contain(answer.Replace("{version}", ProductVersion.Release, StringComparison.Ordinal));
        run.ExitCode.Should().Be(0);
        Directory.EnumerateFileSystemEntries(_anywhere).Should().BeEmpty();
    }
}
