using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace RoomMonitor.Web.Api.Caching;

/// <summary>
/// A token belongs to one browser: in a document for all it would be worth nothing to the others, and would help them to send forms as that one. Public
/// documents have none, and no form that needs one.
/// </summary>
internal sealed class PublicDocumentAntiforgery(IAntiforgery framework, IOptions<AntiforgeryOptions> options) : IAntiforgery
{
    private readonly AntiforgeryTokenSet _none = new(null, null, options.Value.FormFieldName, options.Value.HeaderName);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => IsForAll(httpContext) ? _none : framework.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => IsForAll(httpContext) ? _none : framework.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => framework.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => framework.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => framework.SetCookieTokenAndHeader(httpContext);

    private static bool IsForAll(HttpContext context) => context.Features.Get<PublicDocumentMaking>() is not null;
}
