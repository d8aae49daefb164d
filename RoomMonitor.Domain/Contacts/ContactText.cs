using System.Net.Mail;
using System.Text.RegularExpressions;

namespace RoomMonitor.Domain.Contacts;

/// <summary>Whether a contact is what it says: something that a mail program, and a telephone, can do something with.</summary>
public static partial class ContactText
{
    private const int FewestDigits = 3;

    private const int MostDigits = 24;

    /// <summary>One address and nothing around it, with a host of a network.</summary>
    public static bool IsEmail(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>As people write it: <c>+351 21 792 1000</c>, <c>(030) 12345-67</c>, <c>4711</c>, <c>4711 ext. 2</c>.</summary>
    public static bool IsPhone(string text) =>
        Phone.IsMatch(text) && text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits;

    [GeneratedRegex("^[+]?[0-9(][0-9 ()./-]*( ?(ext[.]?|x) ?[0-9]+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phone { get; }
}
