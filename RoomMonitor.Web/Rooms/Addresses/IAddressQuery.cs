namespace RoomMonitor.Web.Rooms.Addresses;

/// <summary>What a page is asked to show. Lives in the page's query string, so that a view can be bookmarked and sent.</summary>
public interface IAddressQuery<TSelf>
    where TSelf : IAddressQuery<TSelf>
{
    /// <param name="queryString">With or without its question mark; null is the default. What isn't understood is ignored.</param>
    static abstract TSelf Parse(string? queryString);

    /// <summary>Empty for the default, else with its question mark; what is at its default is left out.</summary>
    string ToQueryString();
}
