using System.Runtime.Versioning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RoomMonitor.Data;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Tests.WebSockets;

namespace RoomMonitor.Tests.Hosting;

/// <summary>Nobody else on the machine reads the database, the keys or what lies beside them, whatever was there before.</summary>
public sealed class OwnFilesTests : IDisposable
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Open = Folder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private const UnixFileMode OpenFile = File | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _folder = Directory.CreateTempSubdirectory("roommonitor-own-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixTheory]
    [InlineData(false)]
    [InlineData(true)]
    [UnsupportedOSPlatform("windows")]
    public async Task Start_FoldersAndFiles_AreTheOwnersAlone(bool areThereAndOpen)
    {
        var data = Path.Combine(_folder, "data");
        var (keys, database) = (Path.Combine(data, "keys"), Path.Combine(data, "campus.db"));
        if (areThereAndOpen)
        {
            Directory.CreateDirectory(keys, Open);
            System.IO.File.SetUnixFileMode(data, Open);
            System.IO.File.SetUnixFileMode(keys, Open);
            foreach (var file in new[] { database, Path.Combine(keys, "old.xml.bak") })
            {
                await System.IO.File.WriteAllTextAsync(file, "");
                System.IO.File.SetUnixFileMode(file, OpenFile);
            }
        }

        await using var app = new RoomMonitorApp().With("Data:Folder", data).With("Accounts:KeyFolder", keys).With("ConnectionStrings:RoomMonitor", $"Data Source={database}");
        await app.AddUserAsync("ada@test.local");

        foreach (var folder in new[] { data, keys })
        {
            System.IO.File.GetUnixFileMode(folder).Should().Be(Folder, folder);
        }

        var files = Directory.GetFiles(data, "*", SearchOption.AllDirectories);
        files.Should().Contain([database, $"{database}-wal", $"{database}-shm"]).And.Contain(file => file.EndsWith(".xml", StringComparison.Ordinal));
        foreach (var file in files)
        {
            System.IO.File.GetUnixFileMode(file).Should().Be(File, file);
        }
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Start_FolderThatProgramsShare_StaysAsItIsAndIsSaid()
    {
        var shared = Path.Combine(_folder, "tmp");
        Directory.CreateDirectory(shared);
        System.IO.File.SetUnixFileMode(shared, Open | UnixFileMode.OtherWrite | UnixFileMode.StickyBit);
        using var log = new EventLog();
        await using var app = new RoomMonitorApp().With("Data:Folder", shared).WithServices(services => services.AddSingleton<ILoggerProvider>(log));
        using var client = app.CreateClient();

        System.IO.File.GetUnixFileMode(shared).Should().HaveFlag(UnixFileMode.OtherRead);
        log.Of(910).Should().ContainSingle().Which.Should().Contain(shared);
    }

    /// <summary>Commands make a database too, and a moment in which others can read it is one too many.</summary>
    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Migrate_NewDatabaseInANewFolder_WasNeverOpenToOthers()
    {
        var database = Path.Combine(_folder, "made", "campus.db");
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:RoomMonitor"] = $"Data Source={database}" };
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddKeyedSingleton(CampusTime.Key, TimeProvider.System)
            .AddRoomMonitorData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), _folder).BuildServiceProvider();
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);

        System.IO.File.GetUnixFileMode(database).Should().Be(File);
        System.IO.File.GetUnixFileMode(Path.GetDirectoryName(database)!).Should().Be(Folder);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("Data Source=:memory:", false)]
    [InlineData("Data Source=campus;Mode=Memory;Cache=Shared", false)]
    [InlineData("Data Source=file:campus.db", false)]
    [InlineData("Data Source=/srv/campus.db", true)]
    public void FileOf_ConnectionString_IsWhereThereIsOne(string? connectionString, bool isFile) =>
        (SqliteFile.Of(connectionString) is not null).Should().Be(isFile);
}
