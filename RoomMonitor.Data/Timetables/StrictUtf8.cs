using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace RoomMonitor.Data.Timetables;

/// <summary>Decodes UTF-8 and says where it is broken, in place of putting U+FFFD there.</summary>
internal static class StrictUtf8
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The text without its byte order mark; null, and an error, where it isn't UTF-8.</summary>
    public static string? Decode(TimetableFile file, List<TimetableError> errors)
    {
        var bytes = file.Content.Span;
        var characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        var status = Utf8.ToUtf16(bytes, characters, out var read, out var written, replaceInvalidSequences: false);
        var text = new string(characters, 0, written).TrimStart(ByteOrderMark);
        if (status == OperationStatus.Done)
        {
            return text;
        }

        var isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        var reason = isUtf16
            ? "this is UTF-16: save the file as UTF-8."
            : $"byte 0x{bytes[read].ToString("X2", CultureInfo.InvariantCulture)} is no UTF-8: save the file as UTF-8.";
        var (line, column) = Position(text);
        errors.Add(new TimetableError(file.Name, line, column.ToString(CultureInfo.InvariantCulture), reason));
        return null;
    }

    /// <summary>Line and column behind a text, from 1; CR, LF and CRLF end a line.</summary>
    private static (int Line, int Column) Position(string text)
    {
        var (line, column) = (1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                line++;
                column = 1;
            }
            else
            {
                column++;
            }
        }

        return (line, column);
    }
}
