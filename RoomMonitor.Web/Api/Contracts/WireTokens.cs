namespace RoomMonitor.Web.Api.Contracts;

/// <summary>What a login answers.</summary>
/// <param name="Access">Goes into <c>Authorization: Bearer ...</c>.</param>
/// <param name="Refresh">Gets other tokens when the access token has run out.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds that the access token lasts.</param>
public sealed record WireTokens(string Access, string Refresh, string TokenType, int ExpiresIn);
