using Microsoft.Data.Sqlite;

namespace RoomMonitor.Data;

/// <summary>The file of an embedded database.</summary>
public static class SqliteFile
{
    /// <summary>Null where there is none: a database in memory, or a URI, of which SQLite itself knows the file.</summary>
    public static string? Of(string? connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        return builder.Mode != SqliteOpenMode.Memory && builder.DataSource.Length > 0 && IsFile(builder.DataSource) ? builder.DataSource : null;
    }

    internal static bool IsFile(string source) =>
        source != ":memory:" && !source.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && !source.StartsWith("|DataDirectory|", StringComparison.OrdinalIgnoreCase);
}
