using Microsoft.AspNetCore.Identity;
using RoomMonitor.Domain.Names;

namespace RoomMonitor.Web.Accounts;

/// <summary>User names and e-mail addresses are found as other names are: whatever Unicode form they come in, and without what nobody sees.</summary>
internal sealed class NameLookupNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : NameText.Key(name);

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
