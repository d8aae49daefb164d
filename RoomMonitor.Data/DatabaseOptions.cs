namespace RoomMonitor.Data;

/// <summary>Section <c>Database</c>; the connection string stands in <c>ConnectionStrings:RoomMonitor</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Sqlite = "Sqlite";

    public const string SqlServer = "SqlServer";

    /// <summary><c>Sqlite</c> (embedded, the default) or <c>SqlServer</c>.</summary>
    public string Provider { get; init; } = Sqlite;
}
