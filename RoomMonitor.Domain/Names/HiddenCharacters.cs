using System.Globalization;

namespace RoomMonitor.Domain.Names;

/// <summary>
/// Characters that nobody sees and that change how a text reads, or what a file, a terminal or a log makes of it: controls (C0, DEL, C1), line and
/// paragraph separators, and the embeddings, overrides and isolates of the bidirectional algorithm (UAX #9), by which a text can be shown as another one.
/// What languages need stays possible: joiners, and the marks U+200E, U+200F and U+061C, which reorder nothing but what stands beside them.
/// </summary>
public static class HiddenCharacters
{
    /// <summary>The first one in a text; null where there is none.</summary>
    /// <param name="mayHaveLines">Line breaks and tabs are seen, where a text may have several lines.</param>
    public static char? FindIn(string text, bool mayHaveLines = false)
    {
        foreach (var letter in text)
        {
            if (IsHidden(letter) && !(mayHaveLines && IsLayout(letter)))
            {
                return letter;
            }
        }

        return null;
    }

    public static bool IsHidden(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';

    private static bool IsLayout(char letter) => letter is '\n' or '\r' or '\t';

    /// <summary>Such as <c>U+202E</c>.</summary>
    public static string NameOf(char letter) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)letter:X4}");

    /// <summary>With another character in place of each.</summary>
    /// <param name="keepsLines">Line breaks and tabs stay.</param>
    public static string Replaced(string text, char replacement, bool keepsLines = false) =>
        FindIn(text, keepsLines) is null
            ? text
            : string.Concat(text.Select(letter => IsHidden(letter) && !(keepsLines && IsLayout(letter)) ? replacement : letter));
}
