namespace RoomMonitor.Web.Parts;

/// <summary>
/// The signs of a room's status: what stands inside an SVG of 24 x 24 in the colour of its text. js/room-badge.js and the sign of Unknown in
/// app.css, which other sites and styles need as they are, have the same shapes; tests compare them.
/// </summary>
public static class StatusShapes
{
    public const string Available = Ring
        + """<path d="M7.7 12.5l3.1 3.1 5.7-6.6" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="square"/>""";

    /// <summary>Its wedge stands at nine of fifteen minutes where no style drains it.</summary>
    public const string EndingSoon = Ring
        + """<circle class="wedge" cx="12" cy="12" r="3.2" fill="none" stroke="currentColor" stroke-width="6.4" pathLength="15" stroke-dasharray="9 15" transform="rotate(-90 12 12)"/>""";

    public const string Occupied = """<path d="M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21ZM6 10.4h12v3.2H6Z" fill="currentColor" fill-rule="evenodd"/>""";

    public const string Unknown =
        """<circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="2.2" stroke-dasharray="4.2 3.26"/>"""
        + """<path d="M9.3 9.7a2.75 2.75 0 1 1 4.2 2.3c-1 .65-1.5 1.2-1.5 2.2" fill="none" stroke="currentColor" stroke-width="2.1"/>"""
        + """<circle cx="12" cy="17" r="1.4" fill="currentColor"/>""";

    private const string Ring = """<circle cx="12" cy="12" r="9.25" fill="none" stroke="currentColor" stroke-width="2.5"/>""";
}
