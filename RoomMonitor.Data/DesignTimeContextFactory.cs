using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RoomMonitor.Data;

/// <summary>For <c>dotnet ef migrations add NAME --context RoomMonitorDbContext -o Migrations/Sqlite</c>.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<RoomMonitorDbContext>
{
    public RoomMonitorDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<RoomMonitorDbContext>().UseSqlite("Data Source=design.db").Options, TimeProvider.System);
}

/// <summary>For <c>dotnet ef migrations add NAME --context SqlServerRoomMonitorDbContext -o Migrations/SqlServer</c>.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerRoomMonitorDbContext>
{
    public SqlServerRoomMonitorDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerRoomMonitorDbContext>().UseSqlServer("Server=design").Options, TimeProvider.System);
}
