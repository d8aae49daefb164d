namespace RoomMonitor.Web.Shell.Layout;

/// <summary>The initials of a person from a name or an e-mail address.</summary>
public static class Initials
{
    public static string Of(string? name)
    {
        var words = (name ?? "").Split('@')[0].Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => "?",
            [var only] => Upper(only[..Math.Min(2, only.Length)]),
            [var first, .., var last] => Upper($"{first[0]}{last[0]}"),
        };
    }

    private static string Upper(string text) => text.ToUpperInvariant();
}
