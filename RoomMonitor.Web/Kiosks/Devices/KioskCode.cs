using System.Security.Cryptography;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>Six characters that a screen shows, and somebody reads from afar and types: none that looks like another.</summary>
public static class KioskCode
{
    public const int Length = 6;

    public const string Alphabet = "ACDEFGHJKMNPQRTUVWXY34679";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As it was typed: without regard to case, spaces and dashes.</summary>
    public static string Read(string? typed) =>
        string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>In two halves, so that it is kept in mind.</summary>
    public static string Spell(string code) => $"{code[..(Length / 2)]} {code[(Length / 2)..]}";
}
