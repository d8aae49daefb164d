namespace RoomMonitor.Domain.Reservations;

/// <summary>What was asked for is impossible. Nothing was changed.</summary>
public sealed class InvalidReservationException(IReadOnlyList<ReservationError> errors)
    : Exception(string.Join(", ", errors.Select(error => $"{error.Field}: {error.Problem}")))
{
    public InvalidReservationException(ReservationField field, ReservationProblem problem)
        : this([new ReservationError(field, problem)])
    {
    }

    /// <summary>One for each field.</summary>
    public IReadOnlyList<ReservationError> Errors { get; } = errors;
}
