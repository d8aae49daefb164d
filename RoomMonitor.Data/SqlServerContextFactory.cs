using Microsoft.EntityFrameworkCore;

namespace RoomMonitor.Data;

/// <summary>Hands out SQL Server's context to whoever asks for the database.</summary>
internal sealed class SqlServerContextFactory(IDbContextFactory<SqlServerRoomMonitorDbContext> contexts) : IDbContextFactory<RoomMonitorDbContext>
{
    public RoomMonitorDbContext CreateDbContext() => contexts.CreateDbContext();
}
