namespace RoomMonitor.Web.Accounts;

/// <summary>As a feature of a request: what was sent by a form that didn't count.</summary>
internal sealed record StaleForm(IFormCollection Fields);
