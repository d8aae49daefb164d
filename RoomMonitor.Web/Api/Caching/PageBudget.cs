using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using RoomMonitor.Web.Security;
using RoomMonitor.Web.Sockets.Transport;

namespace RoomMonitor.Web.Api.Caching;

/// <summary>
/// So many pages are made anew in a minute for one address in which nobody is signed in: with ever other addresses, or a made-up session, anybody could
/// else have the server make pages all day. What others have just been given costs nothing and isn't counted; nor are programs, whose requests are.
/// </summary>
internal sealed class PageBudget(IOptions<RateLimitOptions> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _made = PartitionedRateLimiter.Create<HttpContext, ClientAddress>(context =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(context), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = limits.Value.PagesPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    /// <summary>Counts a page that has to be made, if it is one.</summary>
    public bool IsSpent(HttpContext context)
    {
        if (!IsCounted(context))
        {
            return false;
        }

        using var lease = _made.AttemptAcquire(context);
        return !lease.IsAcquired;
    }

    public static Task RefuseAsync(HttpContext context) =>
        NoRoom.SayAsync(context, "More pages were asked for than one address may in a minute.", StatusCodes.Status429TooManyRequests);

    public void Dispose() => _made.Dispose();

    private static bool IsCounted(HttpContext context) =>
        AccountSchemes.IsPage(context.Request.Path)
        && context.User.Identity?.IsAuthenticated != true
        && (PageRequest.IsPage(context) || context.GetEndpoint()?.Metadata.GetMetadata<PublicDocumentAttribute>() is not null)
        && context.RequestServices.GetServices<IRequestPartition>().All(partition => partition.Of(context) is null);
}
