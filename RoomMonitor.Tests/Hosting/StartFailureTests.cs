using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Hosting;

/// <summary>What an operator got wrong is one line on standard error, and exit code 1.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("roommonitor-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Database:Provider is \"Oracle\"", "--Database:Provider=Oracle")]
    [InlineData("ConnectionStrings:RoomMonitor", "--ConnectionStrings:RoomMonitor=nonsense")]
    [InlineData("ConnectionStrings:RoomMonitor must name the server", "--Database:Provider=SqlServer")]
    [InlineData("SQL Server at", "--Database:Provider=SqlServer", "--ConnectionStrings:RoomMonitor=Server=tcp:127.0.0.1,1;Connect Timeout=1;Connect Retry Count=0")]
    [InlineData("Mars/Olympus", "--Campus:TimeZone=Mars/Olympus")]
    [InlineData("Clock:StartAt is for Development only", "--Clock:StartAt=2026-10-22T08:55")]
    [InlineData("Clock:StartAt is \"soon\"", "--environment=Development", "--Clock:StartAt=soon")]
    [InlineData("which the campus clock skips", "--environment=Development", "--Campus:TimeZone=Europe/Lisbon", "--Clock:StartAt=2026-03-29T01:30")]
    [InlineData("for Development only", "--Demo:Seed=true")]
    [InlineData("for Development only", "--Demo:Simulate=true")]
    [InlineData("Demo:Seed", "--environment=Development", "--Demo:Seed=perhaps")]
    [InlineData("RequestsPerMinute", "--RateLimits:RequestsPerMinute=0")]
    [InlineData("RequestsPerMinute", "--RateLimits:RequestsPerMinute=many")]
    [InlineData("KnownProxies", "--ForwardedHeaders:KnownProxies:0=proxy")]
    [InlineData("Notifications:Position", "--Notifications:Position=Middle")]
    [InlineData("Position", "--Notifications:Position=7")]
    [InlineData("can't listen", "--urls=nonsense")]
    public async Task Start_ImpossibleSetting_IsOneLine(string says, params string[] arguments)
    {
        (await ProgramRun.OfAsync(_folder, null, arguments)).ShouldFail(1, says);
    }

    /// <summary>A dangling link is as unreadable to root as another user's key is to everybody else.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_UnreadableKey_IsOneLine(bool isBroken)
    {
        var keys = Directory.CreateDirectory(Path.Combine(_folder, "data", "keys")).FullName;
        var key = Path.Combine(keys, "key-00000000-0000-0000-0000-000000000001.xml");
        if (isBroken)
        {
            await File.WriteAllTextAsync(key, "no key");
        }
        else
        {
            File.CreateSymbolicLink(key, Path.Combine(keys, "gone"));
        }

        (await ProgramRun.OfAsync(_folder, null, "--urls=http://127.0.0.1:0")).ShouldFail(1, $"The keys in {keys} can't be used");
    }

    [Fact]
    public async Task Start_PortInUse_IsOneLine()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        (await ProgramRun.OfAsync(_folder, null, $"--urls=http://{listener.LocalEndpoint}")).ShouldFail(1, "already in use");
    }

    [Fact]
    public async Task Start_CorruptDatabase_IsOneLineAndLeavesIt()
    {
        var file = Path.Combine(_folder, "broken.db");
        await File.WriteAllTextAsync(file, "This is no database, and it is longer than its header of a hundred bytes would be. So it is damaged, whoever looks.");

        (await ProgramRun.OfAsync(_folder, null, $"--ConnectionStrings:RoomMonitor=Data Source={file}")).ShouldFail(1, "damaged");

        (await File.ReadAllTextAsync(file)).Should().StartWith("This is no database");
    }

    [Fact]
    public async Task Start_HalfACopyOfADatabase_IsOneLine()
    {
        var file = Path.Combine(_folder, "half.db");
        await using (var seeded = await ServerProcess.StartAsync(null, "Demo:Seed=true"))
        {
            await seeded.StopAsync();
            var whole = await File.ReadAllBytesAsync(seeded.Database);
            await File.WriteAllBytesAsync(file, whole[..(whole.Length / 2)]);
        }

        (await ProgramRun.OfAsync(_folder, null, $"--ConnectionStrings:RoomMonitor=Data Source={file}")).ShouldFail(1, "damaged");
    }

    [Fact]
    public async Task Start_LockedDatabase_IsOneLine()
    {
        var file = Path.Combine(_folder, "locked.db");
        await using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync();
        await using var hold = other.CreateCommand();
        hold.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE held (id INTEGER);";
        await hold.ExecuteNonQueryAsync();

        (await ProgramRun.OfAsync(_folder, null, $"--ConnectionStrings:RoomMonitor=Data Source={file};Default Timeout=2")).ShouldFail(1, "locked by another program");
    }
}
