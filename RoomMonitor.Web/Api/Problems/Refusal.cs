using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data;
using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Api.Problems;

/// <summary>
/// The one map from what went wrong to what is answered: problem documents and screens take the status and the words, sockets the code
/// and the words, pages the kind (their words are in the reader's language).
/// </summary>
/// <param name="Words">For whoever wrote the program that asked.</param>
internal sealed record Refusal(RefusalKind Kind, string Words)
{
    public static Refusal Busy { get; } = new(RefusalKind.Busy, "The database is busy. Nothing was changed; try again in a moment.");

    public static Refusal BadJson { get; } =
        new(RefusalKind.BadJson, "A message is one JSON object with a string \"type\", without duplicate keys.");

    public static Refusal UnknownType { get; } = new(RefusalKind.UnknownType, "Known types are \"ping\" and \"status.request\".");

    /// <summary>Of HTTP.</summary>
    public int Status => Kind switch
    {
        RefusalKind.SignedOut => StatusCodes.Status401Unauthorized,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.Gone => StatusCodes.Status404NotFound,
        RefusalKind.Taken or RefusalKind.Closed or RefusalKind.SeriesTaken => StatusCodes.Status409Conflict,
        RefusalKind.NotChangeable or RefusalKind.MovedMeanwhile => StatusCodes.Status409Conflict,
        RefusalKind.KeyUsed => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Busy => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>Of an error frame.</summary>
    public string Code => JsonNamingPolicy.SnakeCaseLower.ConvertName(Kind.ToString());

    /// <summary>Null for what nobody foresaw.</summary>
    public static Refusal? Of(Exception exception) => exception switch
    {
        InvalidReservationException invalid => new(RefusalKind.Invalid, WireErrors.Detail(invalid)),
        SlotTakenException taken => new(taken.IsClosed ? RefusalKind.Closed : RefusalKind.Taken, taken.Message),
        SeriesConflictException => new(RefusalKind.SeriesTaken, exception.Message),
        ReservationTransitionException => new(RefusalKind.NotChangeable, exception.Message),
        ReservationMovedException => new(RefusalKind.MovedMeanwhile, exception.Message),
        ReservationNotFoundException or SeriesNotFoundException => new(RefusalKind.Gone, exception.Message),
        RequestKeyException => new(RefusalKind.KeyUsed, exception.Message),
        BookingLimitException => new(RefusalKind.TooMany, exception.Message),
        NotAllowedException => new(RefusalKind.NotAllowed, exception.Message),
        UnknownAccountException => new(RefusalKind.SignedOut, ApiException.BadToken().Message),
        DatabaseBusyException or DbUpdateConcurrencyException => Busy,
        _ => DatabaseFailures.IsBusy(exception) ? Busy : null,
    };
}
