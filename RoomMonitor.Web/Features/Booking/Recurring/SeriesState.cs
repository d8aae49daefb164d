using System.Collections.Immutable;
using Fluxor;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Web.Features.Booking.Recurring;

/// <summary>The series that this circuit's user is about to book.</summary>
[FeatureState]
public sealed record SeriesState
{
    private SeriesState()
    {
    }

    /// <summary>What is asked for; null where nobody thinks of a series.</summary>
    public SeriesDraft? Draft { get; init; }

    /// <summary>What would become of the draft, or of the one before it while the draft is being checked.</summary>
    public SeriesPreview? Preview { get; init; }

    /// <summary>The preview is that of the draft.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Where occurrences of the draft could go that something is in the way of; those that were asked about.</summary>
    public ImmutableDictionary<DateOnly, ImmutableArray<BookingAlternative>> Alternatives { get; init; } =
        ImmutableDictionary<DateOnly, ImmutableArray<BookingAlternative>>.Empty;

    public bool IsBooking { get; init; }

    /// <summary>Why the draft can't be booked as it is.</summary>
    public string? Refusal { get; init; }

    /// <summary>How many reservations the draft has become; null while it isn't booked.</summary>
    public int? Booked { get; init; }

    /// <summary>The series that the draft has become.</summary>
    public int? SeriesId { get; init; }

    public bool CanBeBooked => IsChecked && !IsBooking && Booked is null && Preview?.CanBeBooked == true;
}
