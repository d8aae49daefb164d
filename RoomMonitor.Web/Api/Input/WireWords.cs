using System.Collections.Frozen;
using System.Text.Json;

namespace RoomMonitor.Web.Api.Input;

/// <summary>The words by which the wire knows the values of an enumeration, such as <c>ending_soon</c>.</summary>
internal static class WireWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> _values =
        Enum.GetValues<T>().ToFrozenDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()))];

    public static bool TryParse(string word, out T value) => _values.TryGetValue(word, out value);
}
