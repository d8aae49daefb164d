using RoomMonitor.Data.Reservations;

namespace RoomMonitor.Data.Series;

/// <summary>What is wrong, by field; the first thing that is wrong with a field counts.</summary>
internal sealed class Errors
{
    private readonly Dictionary<string, string[]> _byField = [];

    public void Add(string field, string message) => _byField.TryAdd(field, [message]);

    public void AddIf(bool isWrong, string field, string message)
    {
        if (isWrong)
        {
            Add(field, message);
        }
    }

    /// <exception cref="InvalidReservationException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (_byField.Count > 0)
        {
            throw new InvalidReservationException(_byField);
        }
    }
}
