namespace RoomMonitor.Domain.Reservations;

/// <summary>What is wrong, by field; the first thing that is wrong with a field counts.</summary>
public sealed class ReservationErrors
{
    private readonly List<ReservationError> _all = [];

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<ReservationError> All => _all;

    public bool Has(ReservationField field) => _all.Exists(error => error.Field == field);

    public void Add(ReservationError error)
    {
        if (!Has(error.Field))
        {
            _all.Add(error);
        }
    }

    public void AddIf(bool isWrong, ReservationField field, ReservationProblem problem)
    {
        if (isWrong)
        {
            Add(new ReservationError(field, problem));
        }
    }

    /// <exception cref="InvalidReservationException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (_all.Count > 0)
        {
            throw new InvalidReservationException(_all);
        }
    }
}
