using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace RoomMonitor.Tests.Support;

/// <summary>
/// Databases that are made once and copied then: to migrate an empty one takes a tenth of a second, and to fill one with the demo campus takes
/// a server six seconds of a core.
/// </summary>
internal static class DatabaseTemplates
{
    private static readonly Lazy<byte[]> _migrated = new(() => Task.Run(TestDatabase.MakeTemplateAsync).GetAwaiter().GetResult());

    private static readonly ConcurrentDictionary<string, byte[]> _demos = [];

    /// <summary>Puts a migrated database without anything in it there, unless there is one.</summary>
    public static void CopyMigrated(string file)
    {
        if (!File.Exists(file))
        {
            Write(file, _migrated.Value);
        }
    }

    /// <summary>Puts a demo campus there, if one was kept under this name and there is no database yet.</summary>
    public static void CopyDemo(string name, string file)
    {
        if (_demos.TryGetValue(name, out var demo) && !File.Exists(file))
        {
            Write(file, demo);
        }
    }

    /// <summary>Keeps what is in a database now, though others have it open.</summary>
    public static async Task KeepDemoAsync(string name, string file)
    {
        if (_demos.ContainsKey(name))
        {
            return;
        }

        var copy = $"{file}.template";
        await using (var database = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await database.OpenAsync();
            await using var command = database.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", copy);
            await command.ExecuteNonQueryAsync();
        }

        _demos[name] = await File.ReadAllBytesAsync(copy);
        File.Delete(copy);
    }

    /// <summary>As the program makes it: its owner's alone.</summary>
    private static void Write(string file, byte[] database)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Write(database);
    }
}
