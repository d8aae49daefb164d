namespace RoomMonitor.Bench.Sockets;

/// <summary>Sockets that are opened together; done once each is open or has failed.</summary>
internal sealed class SwarmOpening(int count)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = count;

    public Task Done => _done.Task;

    public void CountOne()
    {
        if (--_left == 0)
        {
            _done.SetResult();
        }
    }
}
