namespace RoomMonitor.Web.Parts;

/// <summary>Whether the hint for new readers was closed in this browser: a cookie of js/hint.js.</summary>
internal static class FirstVisit
{
    public const string CookieName = "roommonitor-hint";
}
