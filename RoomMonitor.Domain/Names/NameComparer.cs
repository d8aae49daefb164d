namespace RoomMonitor.Domain.Names;

/// <summary>
/// Compares names as people read them: case, Unicode forms and invisible characters tell none apart. Otherwise ordinal, so that visible ASCII stands in the
/// order of <see cref="StringComparer.OrdinalIgnoreCase"/>.
/// </summary>
public sealed class NameComparer : IEqualityComparer<string>, IComparer<string>
{
    private NameComparer()
    {
    }

    public static NameComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) =>
        string.Equals(x, y, StringComparison.OrdinalIgnoreCase)
        || (x is not null && y is not null && StringComparer.OrdinalIgnoreCase.Equals(NameText.Plain(x), NameText.Plain(y)));

    public int GetHashCode(string obj) => StringComparer.OrdinalIgnoreCase.GetHashCode(NameText.Plain(obj));

    public int Compare(string? x, string? y) => x is null || y is null
        ? StringComparer.Ordinal.Compare(x, y)
        : StringComparer.OrdinalIgnoreCase.Compare(NameText.Plain(x), NameText.Plain(y));
}
