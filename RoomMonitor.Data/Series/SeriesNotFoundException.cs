namespace RoomMonitor.Data.Series;

public sealed class SeriesNotFoundException(int id) : Exception($"There is no series {id}.")
{
    public int Id { get; } = id;
}
