namespace RoomMonitor.Bench.Fuzz;

/// <summary>What was sent, and what came back that may not.</summary>
internal sealed class FuzzCounts
{
    private int _requests;
    private int _frames;
    private int _serverErrors;
    private int _unanswered;

    public int Requests => Volatile.Read(ref _requests);

    public int Frames => Volatile.Read(ref _frames);

    public int ServerErrors => Volatile.Read(ref _serverErrors);

    /// <summary>Requests that were cut, or had no answer in time.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    public void AddRequest() => Interlocked.Increment(ref _requests);

    public void AddFrames(int count) => Interlocked.Add(ref _frames, count);

    public void AddServerError() => Interlocked.Increment(ref _serverErrors);

    public void AddUnanswered() => Interlocked.Increment(ref _unanswered);
}
