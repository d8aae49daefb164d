using Microsoft.AspNetCore.Components.Endpoints;

namespace RoomMonitor.Web.Security;

/// <summary>Requests for pages.</summary>
internal static class PageRequest
{
    /// <summary>Whether it is for a page itself, rather than for a file or the circuit. After routing.</summary>
    public static bool IsPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
