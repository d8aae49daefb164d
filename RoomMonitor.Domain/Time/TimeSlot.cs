namespace RoomMonitor.Domain.Time;

/// <summary>
/// A half-open interval [<see cref="Start"/>, <see cref="End"/>) of UTC time: at its end it is over, so two slots that touch
/// never overlap. Never empty.
/// </summary>
public readonly record struct TimeSlot
{
    /// <exception cref="ArgumentException">Not UTC, or the end is not after the start.</exception>
    public TimeSlot(DateTime start, DateTime end)
    {
        if (start.Kind != DateTimeKind.Utc || end.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException("A time slot is made of UTC times.");
        }

        if (end <= start)
        {
            throw new ArgumentException("The end of a time slot lies after its start.");
        }

        Start = start;
        End = end;
    }

    public DateTime Start { get; }

    public DateTime End { get; }

    public TimeSpan Length => End - Start;

    public bool Contains(DateTime instant) => Start <= instant && instant < End;

    public bool Overlaps(TimeSlot other) => Start < other.End && other.Start < End;

    public override string ToString() => $"[{Start:u}, {End:u})";
}
