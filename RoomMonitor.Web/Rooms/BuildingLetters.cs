using System.Collections.Frozen;
using System.Globalization;
using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Rooms;

/// <summary>
/// The letters of each building on its campus signs: its initial, or, where several buildings share one, two letters.
/// </summary>
public static class BuildingLetters
{
    private const string Nameless = "–";

    /// <summary>Of all buildings of a snapshot; made once for it.</summary>
    public static FrozenDictionary<string, string> Of(OccupancySnapshot snapshot) =>
        PerSnapshot<int, FrozenDictionary<string, string>>.Get(snapshot, 0, static (snapshot, _, _) => Of(snapshot.Rooms.Select(room => room.Room.Building)), 0);

    /// <summary>Letters for all buildings at once, since one's letters depend on the others. No two buildings get the same.</summary>
    public static FrozenDictionary<string, string> Of(IEnumerable<string> buildings)
    {
        var names = buildings.Distinct(NameComparer.Instance).Order(StringComparer.Ordinal).ToList();
        var shared = names.CountBy(Initial).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet();
        var letters = new Dictionary<string, string>(NameComparer.Instance);
        var taken = new HashSet<string>();

        // Single letters first: two letters never look like one.
        foreach (var name in names.OrderBy(name => shared.Contains(Initial(name))))
        {
            var candidates = shared.Contains(Initial(name)) ? Pairs(name) : [Initial(name)];
            letters[name] = candidates.First(taken.Add);
        }

        return letters.ToFrozenDictionary(NameComparer.Instance);
    }

    /// <summary>For selections of a store: each snapshot has letters of its own, mostly the same ones.</summary>
    public static bool AreSame(FrozenDictionary<string, string> one, FrozenDictionary<string, string> other) =>
        ReferenceEquals(one, other) || (one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var letters) && letters == pair.Value));

    private static string Initial(string name) => Letters(name).FirstOrDefault(Nameless);

    private static IEnumerable<string> Pairs(string name)
    {
        var initial = Initial(name);
        var secondWord = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Initial).Where(letter => letter != Nameless);
        return secondWord.Concat(Letters(name).Skip(1))
            .Concat(Enumerable.Range(2, int.MaxValue - 2).Select(number => number.ToString(CultureInfo.InvariantCulture)))
            .Select(second => initial + second);
    }

    private static IEnumerable<string> Letters(string text) =>
        text.EnumerateRunes().Where(System.Text.Rune.IsLetterOrDigit).Select(rune => System.Text.Rune.ToUpperInvariant(rune).ToString());
}
