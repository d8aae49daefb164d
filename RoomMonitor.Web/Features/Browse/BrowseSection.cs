namespace RoomMonitor.Web.Features.Browse;

/// <summary>The parts of the list of rooms, in their order.</summary>
public enum BrowseSection
{
    Favorites,

    /// <summary>Free at the time asked for.</summary>
    FreeThen,

    FreeNow,
    EndingSoon,
    Occupied,
}
