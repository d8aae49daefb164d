using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data;

/// <summary>The database on SQL Server: a type of its own, since one context would apply both providers' migrations.</summary>
public sealed class SqlServerRoomMonitorDbContext(
    DbContextOptions<SqlServerRoomMonitorDbContext> options, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
    : RoomMonitorDbContext(options, clock)
{
    /// <summary>The shadow property by which the activity log is tailed: identity order is not commit order.</summary>
    internal const string RowVersion = nameof(RowVersion);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<ActivityEntry>().Property<ulong>(RowVersion).IsRowVersion().HasConversion<byte[]>();
        builder.Entity<ActivityEntry>().HasIndex(RowVersion);
    }
}
