using Microsoft.EntityFrameworkCore;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Timetables;

/// <summary>Writes what was planned, all at one instant, in the transaction that the caller began.</summary>
internal sealed class TimetableWriter(RoomMonitorDbContext context, DateTime now)
{
    /// <summary>Few enough that nothing grows with the size of the timetable.</summary>
    private const int BatchSize = 500;

    public int RoomsCreated { get; private set; }

    public int RoomsUpdated { get; private set; }

    /// <returns>The rooms of the file, by code.</returns>
    public async Task<IReadOnlyDictionary<string, Room>> WriteRoomsAsync(IReadOnlyList<RoomLine> lines, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, Room>(NameComparer.Instance);
        foreach (var room in await context.Rooms.ToListAsync(cancellationToken))
        {
            known.TryAdd(room.Code, room);
        }

        var rooms = new Dictionary<string, Room>(NameComparer.Instance);
        foreach (var line in lines)
        {
            rooms[line.Code] = known.GetValueOrDefault(line.Code) ?? context.Rooms.Add(new Room { Code = line.Code, Name = line.Name }).Entity;
            Describe(rooms[line.Code], line);
        }

        var changes = context.ChangeTracker.Entries<Room>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => (Room: entry.Entity, Action: entry.State == EntityState.Added ? ActivityAction.RoomCreated : ActivityAction.RoomUpdated))
            .ToList();
        await context.SaveChangesAsync(cancellationToken);

        // The entries need the ids that saving gave.
        context.Activity.AddRange(changes.Select(change => ActivityEntry.Of(change.Action, change.Room, Actor.Import, now)));
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
        RoomsCreated = changes.Count(change => change.Action == ActivityAction.RoomCreated);
        RoomsUpdated = changes.Count - RoomsCreated;
        return rooms;
    }

    public async Task WriteReservationsAsync(TimetablePlan plan, IProgress<TimetableProgress>? progress, CancellationToken cancellationToken)
    {
        var total = plan.Created.Count + plan.Updated.Count;
        var written = 0;

        // What is only added needn't be searched for changes.
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var batch in plan.Created.Chunk(BatchSize))
        {
            context.Reservations.AddRange(batch.Select(Create));
            await SaveAsync(batch.Length);
        }

        context.ChangeTracker.AutoDetectChangesEnabled = true;

        foreach (var batch in plan.Updated.Chunk(BatchSize))
        {
            var ids = batch.Select(one => one.Stored!.Id).ToList();
            var reservations = await context.Reservations.OfIds(ids).ToDictionaryAsync(r => r.Id, cancellationToken);
            foreach (var one in batch)
            {
                Update(reservations[one.Stored!.Id], one);
            }

            await SaveAsync(batch.Length);
        }

        async Task SaveAsync(int count)
        {
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
            written += count;
            progress?.Report(new TimetableProgress(written, total));
        }
    }

    private static void Describe(Room room, RoomLine line)
    {
        room.Name = line.Name;
        room.Building = line.Building ?? room.Building;
        room.Floor = line.Floor ?? room.Floor;
        room.Capacity = line.Capacity ?? room.Capacity;
    }

    private Reservation Create(PlannedOccurrence one)
    {
        var details = new ReservationDetails(one.Occurrence.Meeting.Purpose, one.Occurrence.Meeting.Attendees);
        return Reservation.Create(one.RoomId, one.Occurrence.Slot, details, requiresApproval: false, Actor.Import, now, one.Occurrence.Key);
    }

    private void Update(Reservation reservation, PlannedOccurrence one)
    {
        var details = new ReservationDetails(
            one.Occurrence.Meeting.Purpose, one.Occurrence.Meeting.Attendees, reservation.ContactEmail, reservation.ContactPhone);
        reservation.Update(one.RoomId, one.Occurrence.Slot, details, Actor.Import, now);
    }
}
