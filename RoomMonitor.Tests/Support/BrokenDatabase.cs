using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data;

namespace RoomMonitor.Tests.Support;

/// <summary>A database that can be taken away; without one beneath it there never was any.</summary>
internal sealed class BrokenDatabase(IDbContextFactory<RoomMonitorDbContext>? database = null) : IDbContextFactory<RoomMonitorDbContext>
{
    public bool IsBroken { get; set; } = database is null;

    public RoomMonitorDbContext CreateDbContext() => IsBroken ? throw new InvalidOperationException("There is no database.") : database!.CreateDbContext();
}
