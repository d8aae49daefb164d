namespace RoomMonitor.Web.Security;

/// <summary>Tells the rate limits whose a request is, where it is neither a user's nor merely an address's.</summary>
internal interface IRequestPartition
{
    /// <summary>By whom it is counted; null for a request of somebody else.</summary>
    string? Of(HttpContext context);
}
