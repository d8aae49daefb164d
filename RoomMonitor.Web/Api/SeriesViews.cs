using System.Globalization;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Web.Api;

/// <summary>Series as their readers may see them: the rules are those of <see cref="ReservationViews"/>.</summary>
internal sealed class SeriesViews(SeriesQueries queries, ReservationViews reservations)
{
    public async Task<WireSeries> ReadAsync(int id, ApiCaller caller, CancellationToken cancellationToken) =>
        await queries.FindAsync(id, cancellationToken) is { } row ? Of(row, caller) : throw new SeriesNotFoundException(id);

    public async Task<WireSeries> OfAsync(SeriesChange change, ApiCaller caller, CancellationToken cancellationToken) =>
        await ReadAsync(change.Series.Id, caller, cancellationToken) with { Kept = [.. change.Kept.Select(occurrence => occurrence.Id)] };

    public async Task<IReadOnlyList<WireOccurrence>> OfAsync(
        IReadOnlyList<SeriesOccurrence> occurrences, ApiCaller caller, CancellationToken cancellationToken)
    {
        var conflicts = occurrences.SelectMany(occurrence => occurrence.Conflicts).DistinctBy(conflict => conflict.Id).ToList();
        var views = (await reservations.OfAsync(conflicts, caller, cancellationToken)).ToDictionary(view => view.Id);
        return [.. occurrences.Select(occurrence => WireOccurrence.Of(occurrence, [.. occurrence.Conflicts.Select(conflict => views[conflict.Id])]))];
    }

    private WireSeries Of(SeriesRow row, ApiCaller caller)
    {
        var (series, maySee) = (row.Series, reservations.MaySee(row.Series.UserId, caller));
        return new WireSeries
        {
            Id = series.Id,
            Room = WireRoom.Of(row.Room),
            RoomId = series.RoomId,
            User = maySee ? new WireUser(series.UserId, row.UserName ?? "") : null,
            Recurrence = WireRecurrence.Of(row.Rule),
            Rrule = series.Rule,
            Date = series.FirstDay,
            StartTime = series.Times.Start.ToString("HH:mm", CultureInfo.InvariantCulture),
            EndTime = series.Times.End.ToString("HH:mm", CultureInfo.InvariantCulture),
            Purpose = maySee ? series.Purpose : WireReservation.AnonymousPurpose,
            Attendees = series.Attendees,
            CreatedAt = series.CreatedAt,
            Occurrences = reservations.Of(row.Occurrences, caller),
        };
    }
}
