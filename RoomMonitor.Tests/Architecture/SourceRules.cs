using System.Text.RegularExpressions;

namespace RoomMonitor.Tests.Architecture;

/// <summary>What the source may not say, as patterns over its text without comments.</summary>
public static partial class SourceRules
{
    private static readonly (string Name, Regex Pattern)[] _banned =
    [
        ("the machine's clock (use TimeProvider)", MachineClock()),
        ("Thread.Sleep", ThreadSleep()),
        (".Result (await it)", Result()),
        ("async void", AsyncVoid()),
        ("ExecuteUpdate or ExecuteDelete (raise no events)", Bulk()),
    ];

    /// <summary>What a text says that is banned; each with its line number.</summary>
    public static IEnumerable<string> Violations(string text)
    {
        var code = WithoutComments(text);
        return from rule in _banned
               from match in rule.Pattern.Matches(code)
               select $"line {LineOf(code, match.Index)}: {rule.Name}";
    }

    /// <summary>Bulk statements that name reservations anywhere between the statement's beginning and the call.</summary>
    public static IEnumerable<string> BulkChangesOfReservations(string text)
    {
        var code = WithoutComments(text);
        return from match in Bulk().Matches(code)
               let start = code.LastIndexOfAny([';', '{', '}'], match.Index) + 1
               where code[start..match.Index].Contains("Reservation", StringComparison.OrdinalIgnoreCase)
               select $"line {LineOf(code, match.Index)}: a bulk change of reservations";
    }

    /// <summary>Comments become blanks, so that line numbers stay. An address such as http://x is none.</summary>
    private static string WithoutComments(string text) =>
        Comment().Replace(text, comment => new string('\n', comment.Value.Count(c => c == '\n')));

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(UtcNow|Now|Today)\b")]
    private static partial Regex MachineClock();

    [GeneratedRegex(@"\bThread\s*\.\s*Sleep\b")]
    private static partial Regex ThreadSleep();

    [GeneratedRegex(@"\.\s*Result\b(?!\s*<)")]
    private static partial Regex Result();

    [GeneratedRegex(@"\basync\s+void\b")]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(@"\bExecute(Update|Delete)(Async)?\b")]
    private static partial Regex Bulk();

    [GeneratedRegex(@"(?<!:)//[^\n]*|/\*.*?\*/|@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
