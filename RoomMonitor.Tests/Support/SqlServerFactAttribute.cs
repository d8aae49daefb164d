namespace RoomMonitor.Tests.Support;

/// <summary>A test of what only SQL Server does: skipped, and counted so, where <c>ROOMMONITOR_TEST_SQLSERVER</c> names none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = TestDatabase.SqlServer is null ? "ROOMMONITOR_TEST_SQLSERVER names no server." : null;
}
