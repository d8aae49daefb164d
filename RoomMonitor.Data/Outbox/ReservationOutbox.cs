using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Outbox;

/// <summary>
/// Writes the activity entries of changed reservations in the transaction of the change. New reservations have no id before they
/// are saved, so it saves twice, inside one transaction: the caller's, or else its own.
/// </summary>
internal sealed class ReservationOutbox(RoomMonitorDbContext context, TimeProvider clock)
{
    public bool HasEvents => Changed().Any();

    public int Save(Func<int> save)
    {
        using var own = context.Database.CurrentTransaction is null ? context.Database.BeginTransaction() : null;
        var events = RaisedEvents();
        var saved = save();
        var entries = AddEntries(events);
        save();
        context.Uncommitted.AddRange(entries);
        own?.Commit();
        return saved;
    }

    public async Task<int> SaveAsync(Func<CancellationToken, Task<int>> save, CancellationToken cancellationToken)
    {
        await using var own = context.Database.CurrentTransaction is null
            ? await context.Database.BeginTransactionAsync(cancellationToken)
            : null;
        var events = RaisedEvents();
        var saved = await save(cancellationToken);
        var entries = AddEntries(events);
        await save(cancellationToken);
        context.Uncommitted.AddRange(entries);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private IEnumerable<Reservation> Changed() =>
        context.ChangeTracker.Entries<Reservation>()
            .Where(entry => entry.Entity.Events.Count > 0 || entry.State == EntityState.Deleted)
            .Select(entry => entry.Entity);

    private List<Reservation> RaisedEvents()
    {
        var changed = Changed().ToList();
        foreach (var removed in context.ChangeTracker.Entries<Reservation>().Where(entry => entry.State == EntityState.Deleted))
        {
            // Removed without a word: that counts as well.
            removed.Entity.Delete(Actor.System, clock.GetUtcNow().UtcDateTime);
        }

        return changed;
    }

    private List<ActivityEntry> AddEntries(List<Reservation> changed)
    {
        var entries = changed.SelectMany(reservation => reservation.TakeEvents()).Select(ActivityEntry.Of).ToList();
        context.Activity.AddRange(entries);
        return entries;
    }
}
