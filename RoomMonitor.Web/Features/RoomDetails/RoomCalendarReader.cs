using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>
/// Reads what holds a room. Purpose and person are the owner's and the administrators' business, and everybody's only with
/// <see cref="PrivacyOptions.PublicDetails"/>.
/// </summary>
public sealed class RoomCalendarReader(ReservationQueries queries, IOptionsMonitor<PrivacyOptions> privacy)
{
    /// <param name="reader">Null for somebody who is not signed in.</param>
    public async Task<ImmutableArray<CalendarEntry>> ReadAsync(int roomId, TimeSlot slot, Caller? reader, CancellationToken cancellationToken)
    {
        var (rows, blackouts) = await queries.OfRoomAsync(roomId, slot, cancellationToken);
        return [.. rows.Select(row => Of(row, reader)).Concat(blackouts.Select(blackout => CalendarEntry.Of(Hold.Of(blackout)))).OrderBy(entry => entry.Slot.Start)];
    }

    private CalendarEntry Of(ReservationRow row, Caller? reader)
    {
        var entry = CalendarEntry.Of(Hold.Of(Domain.Activity.ReservationFacts.Of(row.Reservation))) with
        {
            IsMine = reader?.Actor.UserId is { } userId && userId == row.Reservation.UserId,
        };
        return reader?.MayChange(row.Reservation) == true || privacy.CurrentValue.PublicDetails
            ? entry with { Purpose = row.Reservation.Purpose, Person = row.UserName }
            : entry;
    }
}
