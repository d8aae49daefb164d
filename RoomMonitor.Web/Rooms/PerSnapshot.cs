using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// What is computed from a snapshot, made once for all circuits that show it, and gone with it. A key must not hold another
/// snapshot: each would keep the one before it.
/// </summary>
internal static class PerSnapshot<TKey, TValue>
    where TKey : notnull
{
    private static readonly ConditionalWeakTable<OccupancySnapshot, ConcurrentDictionary<TKey, TValue>> _values = [];

    public static TValue Get<TArgument>(OccupancySnapshot snapshot, TKey key, Func<OccupancySnapshot, TKey, TArgument, TValue> make, TArgument argument) =>
        _values.GetValue(snapshot, _ => new ConcurrentDictionary<TKey, TValue>())
            .GetOrAdd(key, static (key, from) => from.make(from.snapshot, key, from.argument), (snapshot, make, argument));
}
