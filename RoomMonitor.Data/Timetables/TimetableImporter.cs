using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Data.Locking;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Timetables;

/// <summary>Imports a timetable from CSV files, as a whole or not at all. docs/importing.md has the columns and the rules.</summary>
public sealed class TimetableImporter(
    IDbContextFactory<RoomMonitorDbContext> contexts,
    IRoomLock locks,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock)
{
    /// <exception cref="DatabaseBusyException">Somebody else held the database too long. Nothing was written.</exception>
    /// <exception cref="DbUpdateException">It can't be written. Nothing was.</exception>
    public async Task<TimetableReport> ImportAsync(
        TimetableImportRequest request, IProgress<TimetableProgress>? progress, CancellationToken cancellationToken)
    {
        // All that can be done without the database comes first: while the transaction runs, nobody else can book.
        var source = TimetableSource.Read(request);
        if (source.Errors.Count > 0)
        {
            return new TimetableReport { IsImported = false, Errors = source.Errors, Notes = source.Notes };
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await locks.BeginAsync(context, await RoomIdsAsync(context, source, cancellationToken), cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var writer = new TimetableWriter(context, now);
        var rooms = await writer.WriteRoomsAsync(source.Rooms, cancellationToken);
        var period = Period(source, now);
        var plan = TimetablePlan.Make(
            source.Occurrences,
            rooms.ToDictionary(pair => pair.Key, pair => pair.Value.Id, NameComparer.Instance),
            await context.Reservations.ImportedOrHolding(period).ToListAsync(cancellationToken),
            await context.Blackouts.Within(period).ToListAsync(cancellationToken),
            now);
        if (request.IsStrict && plan.Overlaps.Count > 0)
        {
            return new TimetableReport { IsImported = false, Overlaps = plan.Overlaps, Skipped = source.Skipped, Notes = source.Notes };
        }

        await writer.WriteReservationsAsync(plan, progress, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new TimetableReport
        {
            IsImported = true,
            Notes = source.Notes,
            Overlaps = plan.Overlaps,
            Skipped = source.Skipped,
            RoomsCreated = writer.RoomsCreated,
            RoomsUpdated = writer.RoomsUpdated,
            Created = plan.Created.Count,
            Updated = plan.Updated.Count,
            Unchanged = plan.Unchanged,
            PastLeftAlone = plan.PastLeftAlone,
            CancelledLeftAlone = plan.CancelledLeftAlone,
            NoLongerInFiles = plan.NoLongerInFiles,
            OverCapacity = source.Meetings.Count(meeting => !rooms[meeting.RoomCode].Seats(meeting.Attendees)),
        };
    }

    /// <summary>Those of the files that are there already: what is only now created nobody else can book yet.</summary>
    private static async Task<List<int>> RoomIdsAsync(RoomMonitorDbContext context, TimetableSource source, CancellationToken cancellationToken)
    {
        var codes = source.Rooms.Select(room => room.Code).ToHashSet(NameComparer.Instance);
        var known = await context.Rooms.AsNoTracking().Select(room => new { room.Id, room.Code }).ToListAsync(cancellationToken);
        return [.. known.Where(room => codes.Contains(room.Code)).Select(room => room.Id)];
    }

    private static TimeSlot Period(TimetableSource source, DateTime now)
    {
        var starts = source.Occurrences.Select(one => one.Slot.Start).DefaultIfEmpty(now);
        var ends = source.Occurrences.Select(one => one.Slot.End).DefaultIfEmpty(now.AddTicks(1));
        return new TimeSlot(starts.Min(), ends.Max());
    }
}
