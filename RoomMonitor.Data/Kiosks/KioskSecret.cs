using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace RoomMonitor.Data.Kiosks;

/// <summary>Random texts of 256 bits, which no dictionary holds: a plain SHA-256 keeps them.</summary>
public static class KioskSecret
{
    /// <summary>Characters of a secret.</summary>
    public const int Length = 43;

    /// <summary>Of a digest, SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether it could be one: what can't needs no look into the database.</summary>
    public static bool IsPossible(string? text) => text?.Length == Length && Base64Url.IsValid(text);

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
