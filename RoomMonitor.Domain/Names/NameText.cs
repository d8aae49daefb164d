using System.Globalization;
using System.Text;

namespace RoomMonitor.Domain.Names;

/// <summary>
/// Names as they are compared: in Unicode's form C, with single blanks, and without characters that nobody sees. A spreadsheet, a web page and a keyboard
/// write one name in different ways.
/// </summary>
public static class NameText
{
    /// <summary>As it is stored and shown: form C, single blanks, no zero-width blank and no byte order mark. What shapes a script stays in it.</summary>
    public static string Shown(string text) => IsPlain(text) ? text : Rewrite(text, letter => letter is '\u200B' or '\uFEFF' or '\u2060');

    /// <summary>As it is compared, but for case: nothing invisible is left.</summary>
    public static string Plain(string text) => IsPlain(text) ? text : Rewrite(text, IsInvisible);

    /// <summary>The same for all that are one name.</summary>
    public static string Key(string text) => Plain(text).ToUpperInvariant();

    public static bool AreSame(string? one, string? other) => NameComparer.Instance.Equals(one, other);

    /// <summary>Whether a character takes no place: formats (soft hyphen, joiners, directions, marks) and what Unicode lets fonts ignore.</summary>
    public static bool IsInvisible(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format
        || letter is '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or (>= '\u180B' and <= '\u180F') or '\u3164' or (>= '\uFE00' and <= '\uFE0F') or '\uFFA0';

    private static string Rewrite(string text, Func<char, bool> isLeftOut)
    {
        var written = new StringBuilder(text.Length);
        foreach (var letter in FormC(text))
        {
            if (isLeftOut(letter))
            {
                continue;
            }

            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter))
            {
                written.Append(letter);
            }
            else if (written.Length > 0 && written[^1] != ' ')
            {
                written.Append(' ');
            }
        }

        // What stood around something invisible may go together only now.
        return FormC(written.ToString().TrimEnd(' '));
    }

    /// <summary>Half a surrogate pair has no form: it stays.</summary>
    private static string FormC(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>Most names: visible ASCII with single blanks inside.</summary>
    private static bool IsPlain(string text)
    {
        var last = ' ';
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~' || (letter == ' ' && last == ' '))
            {
                return false;
            }

            last = letter;
        }

        return last != ' ' || text.Length == 0;
    }
}
