using System.Globalization;
using System.Text;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Web.Rooms;

/// <summary>Text as people search for it: case, accents and invisible characters don't matter, whatever the server's culture is.</summary>
public static class SearchText
{
    /// <summary>Upper case, without accents; letters that Unicode doesn't take apart are spelled out.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && !NameText.IsInvisible(letter))
            {
                _ = letter switch
                {
                    'ß' or 'ẞ' => folded.Append("SS"),
                    'æ' or 'Æ' => folded.Append("AE"),
                    'œ' or 'Œ' => folded.Append("OE"),
                    'ø' or 'Ø' => folded.Append('O'),
                    'ł' or 'Ł' => folded.Append('L'),
                    'đ' or 'Đ' => folded.Append('D'),
                    'ı' => folded.Append('I'),
                    _ => folded.Append(char.ToUpperInvariant(letter)),
                };
            }
        }

        return folded.ToString();
    }

    /// <summary>The folded words of a search.</summary>
    public static string[] Words(string search) => Fold(search).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether all words of a search stand in a room's name, code or building.</summary>
    public static bool Matches(Room room, string[] words) => words.Length == 0 || Matches($"{room.Name}\n{room.Code}\n{room.Building}", words);

    /// <summary>Whether all words of a search stand in a text.</summary>
    public static bool Matches(string text, string[] words)
    {
        if (words.Length == 0)
        {
            return true;
        }

        var folded = Fold(text);
        return Array.TrueForAll(words, word => folded.Contains(word, StringComparison.Ordinal));
    }
}
