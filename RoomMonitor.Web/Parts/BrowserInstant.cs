using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RoomMonitor.Web.Parts;

/// <summary>Instants as the browser's modules read them.</summary>
public static class BrowserInstant
{
    /// <summary>A UTC instant in RFC 3339 with milliseconds; null stays null, so that the attribute is left out.</summary>
    [return: NotNullIfNotNull(nameof(instant))]
    public static string? Rfc3339(DateTime? instant) => instant?.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
