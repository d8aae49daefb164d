using System.Collections.Immutable;
using Fluxor;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>What became of the user's latest requests for rooms.</summary>
[FeatureState]
public sealed record BookingState
{
    private BookingState()
    {
    }

    /// <summary>The intents whose answer hasn't come yet.</summary>
    public ImmutableHashSet<Guid> UnderWay { get; init; } = [];

    public BookingSucceeded? Success { get; init; }

    public BookingRefused? Refusal { get; init; }

    public BookingFailed? Failure { get; init; }

    /// <summary>Asked about in the dialog until an alternative is booked or it is dismissed.</summary>
    public BookingConflict? Conflict { get; init; }

    public BookingSucceeded? SuccessOf(Guid intent) => Success?.Request.Intent == intent ? Success : null;

    public BookingRefused? RefusalOf(Guid intent) => Refusal?.Request.Intent == intent ? Refusal : null;

    public BookingFailed? FailureOf(Guid intent) => Failure?.Request.Intent == intent ? Failure : null;
}
