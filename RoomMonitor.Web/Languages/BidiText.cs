using System.Buffers;

namespace RoomMonitor.Web.Languages;

/// <summary>
/// Names from right to left inside a sentence from left to right: each is an isolate of its own (Unicode Standard Annex 9), so that numbers, commas and brackets around it stay where
/// the sentence has them. js/texts.js does the same.
/// </summary>
internal static class BidiText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    // Hebrew to Arabic Extended-A, both presentation forms, and the controls that a name could leave open.
    private static readonly SearchValues<char> _fromRightToLeft = SearchValues.Create(
        [.. Range(0x0590, 0x08FF), .. Range(0xFB1D, 0xFDFF), .. Range(0xFE70, 0xFEFE), .. Range(0x200E, 0x200F), .. Range(0x202A, 0x202E), .. Range(0x2066, 0x2069)]);

    /// <summary>The name as it stands in a sentence; most are the same.</summary>
    public static string Isolated(string name) => name.AsSpan().ContainsAny(_fromRightToLeft) ? $"{FirstStrongIsolate}{name}{PopDirectionalIsolate}" : name;

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
