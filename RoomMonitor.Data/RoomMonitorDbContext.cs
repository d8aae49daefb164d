using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Outbox;
using RoomMonitor.Data.Sessions;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data;

/// <summary>
/// The database, as SQLite has it; <see cref="SqlServerRoomMonitorDbContext"/> is the same on SQL Server. Saving a changed
/// reservation writes its activity entries in the same transaction.
/// </summary>
public class RoomMonitorDbContext : IdentityDbContext<UserAccount, IdentityRole<int>, int>
{
    private readonly ReservationOutbox _outbox;

    public RoomMonitorDbContext(DbContextOptions<RoomMonitorDbContext> options, [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
        : this((DbContextOptions)options, clock)
    {
    }

    protected RoomMonitorDbContext(DbContextOptions options, TimeProvider clock)
        : base(options) => _outbox = new ReservationOutbox(this, clock);

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<Blackout> Blackouts => Set<Blackout>();

    public DbSet<Reservation> Reservations => Set<Reservation>();

    public DbSet<ReservationSeries> Series => Set<ReservationSeries>();

    public DbSet<Favorite> Favorites => Set<Favorite>();

    public DbSet<Watch> Watches => Set<Watch>();

    public DbSet<KioskDevice> Kiosks => Set<KioskDevice>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SignInFailure> SignInFailures => Set<SignInFailure>();

    public DbSet<ActivityEntry> Activity => Set<ActivityEntry>();

    /// <summary>Activity entries saved in the current transaction, to be told of once it has committed.</summary>
    internal List<ActivityEntry> Uncommitted { get; } = [];

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        _outbox.HasEvents ? _outbox.Save(() => base.SaveChanges(true)) : base.SaveChanges(acceptAllChangesOnSuccess);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        _outbox.HasEvents
            ? _outbox.SaveAsync(token => base.SaveChangesAsync(true, token), cancellationToken)
            : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(RoomMonitorDbContext).Assembly);
    }
}
