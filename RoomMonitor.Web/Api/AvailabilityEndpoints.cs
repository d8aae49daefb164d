using Microsoft.AspNetCore.Http.HttpResults;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Documents;
using RoomMonitor.Web.Api.Input;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Api.Caching;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Api;

/// <summary>What holds a room on the days to come, or gone by.</summary>
internal static class AvailabilityEndpoints
{
    public const int MaximumDays = 92;

    private const int DefaultDays = 7;

    public static void MapAvailability(this IEndpointRouteBuilder api) =>
        api.MapGet("rooms/{id:int}/availability/", GetAvailability)
            .AllowAnonymous()
            .ForAll(PublicDocumentKind.Read)
            .WithName("GetRoomAvailability")
            .WithTags("Rooms")
            .Query("start_date", "First campus day; today when absent.", "2026-11-23", "date")
            .Query("end_date", $"Last campus day, included; at most {MaximumDays} days in all. A week from the first when absent.", "2026-11-29", "date")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound)
            .Example(StatusCodes.Status200OK, ApiExamples.Availability);

    /// <summary>What holds a room, day by day.</summary>
    /// <remarks>
    /// Days are those of the campus, 23 to 25 hours long. A day is available unless reservations and closures cover all of it. A
    /// reservation that crosses midnight stands on both days, with its own times.
    /// </remarks>
    internal static async Task<Ok<WireAvailability>> GetAvailability(
        int id,
        QueryFields query,
        OccupancyBroadcaster broadcaster,
        ReservationQueries reservations,
        CampusCalendar calendar,
        [FromKeyedServices(CampusTime.Key)] TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (first, last) = ReadDays(query, calendar.DateOf(clock.GetUtcNow().UtcDateTime));
        var room = broadcaster.Snapshot.Find(id)?.Room ?? throw ApiException.NotFound($"There is no room {id}.");
        var slot = new TimeSlot(calendar.StartOf(first), calendar.StartOf(last.AddDays(1)));
        var (held, closed) = await reservations.HoldsAsync(id, slot, cancellationToken);
        return TypedResults.Ok(new WireAvailability
        {
            RoomId = room.Id,
            RoomName = room.Name,
            StartDate = first,
            EndDate = last,
            Availability = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .ToDictionary(date => date, date => DayOf(date, held, closed, calendar)),
        });
    }

    private static (DateOnly First, DateOnly Last) ReadDays(QueryFields query, DateOnly today)
    {
        var first = query.Date("start_date") ?? today;
        var last = query.Date("end_date") ?? first.AddDays(DefaultDays - 1);
        if (last < first)
        {
            query.Refuse("end_date", "The last day must not be before the first.");
        }
        else if (last.DayNumber - first.DayNumber >= MaximumDays)
        {
            query.Refuse("end_date", $"At most {MaximumDays} days.");
        }

        query.ThrowIfRefused();
        return (first, last);
    }

    private static WireAvailabilityDay DayOf(
        DateOnly date, IReadOnlyList<ReservationFacts> held, IReadOnlyList<Blackout> closed, CampusCalendar calendar)
    {
        var day = calendar.Day(date);
        var reservations = held.Where(reservation => reservation.Slot.Overlaps(day)).ToList();
        var closures = closed.Where(blackout => blackout.Slot.Overlaps(day)).ToList();
        return new()
        {
            Date = date,
            IsAvailable = !Cover(day, reservations.Select(reservation => reservation.Slot).Concat(closures.Select(blackout => blackout.Slot))),
            Reservations = [.. reservations.Select(reservation => Of(reservation, calendar))],
            Closures = [.. closures.Select(blackout =>
                new WireClosure(blackout.Start, blackout.End, calendar.TimeOfDay(blackout.Start), calendar.TimeOfDay(blackout.End)))],
        };
    }

    /// <summary>Whether slots leave no instant of a day.</summary>
    private static bool Cover(TimeSlot day, IEnumerable<TimeSlot> slots)
    {
        var coveredUntil = day.Start;
        foreach (var slot in slots.OrderBy(slot => slot.Start).TakeWhile(slot => slot.Start <= coveredUntil))
        {
            coveredUntil = slot.End > coveredUntil ? slot.End : coveredUntil;
        }

        return coveredUntil >= day.End;
    }

    private static WireAvailabilityReservation Of(ReservationFacts reservation, CampusCalendar calendar) => new()
    {
        Id = reservation.Id,
        StartTime = calendar.TimeOfDay(reservation.Start),
        EndTime = calendar.TimeOfDay(reservation.End),
        Start = reservation.Start,
        End = reservation.End,
        Status = reservation.Status,
        Attendees = reservation.Attendees,
    };
}
