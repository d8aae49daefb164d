using System.Collections.Immutable;

namespace RoomMonitor.Bench.Circuits;

/// <summary>Recognises in the circuits' render batches the changes that are under way.</summary>
internal sealed class ChangeWatch
{
    private ImmutableArray<RoomChange> _underWay = [];

    public void Expect(RoomChange change) => ImmutableInterlocked.Update(ref _underWay, (all, one) => all.Add(one), change);

    public void Receive(PageCircuit circuit, long receivedAt, ReadOnlySpan<byte> batch)
    {
        foreach (var change in _underWay)
        {
            if (batch.IndexOf(change.Mark) >= 0)
            {
                change.Receive(circuit.Number, receivedAt);
            }
        }
    }

    /// <summary>Waits until all have it, or it is lost.</summary>
    public async Task FollowAsync(RoomChange change, TimeSpan patience)
    {
        for (var waited = TimeSpan.Zero; waited < patience && !change.IsEverywhere; waited += TimeSpan.FromMilliseconds(100))
        {
            await Task.Delay(100);
        }

        ImmutableInterlocked.Update(ref _underWay, (all, one) => all.Remove(one), change);
    }
}
