namespace RoomMonitor.Data.Reservations;

/// <summary>What was asked for is impossible; the errors stand by field, in the wire's spelling.</summary>
public sealed class InvalidReservationException(IReadOnlyDictionary<string, string[]> errors)
    : Exception(string.Join(" ", errors.SelectMany(error => error.Value)))
{
    public IReadOnlyDictionary<string, string[]> Errors { get; } = errors;
}
