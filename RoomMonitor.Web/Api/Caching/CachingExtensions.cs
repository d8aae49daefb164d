using Microsoft.AspNetCore.Antiforgery;

namespace RoomMonitor.Web.Api.Caching;

/// <summary>What is public and costs: made once for all who ask the same, and so often for each address.</summary>
public static class CachingExtensions
{
    /// <summary>After all that adds antiforgery.</summary>
    public static WebApplicationBuilder AddPublicDocuments(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PublicDocumentKeys>();
        services.AddSingleton<PageBudget>();
        services.AddSingleton<PublicDocuments>();
        var framework = services.Last(service => service.ServiceType == typeof(IAntiforgery));
        services.AddSingleton<IAntiforgery>(provider => ActivatorUtilities.CreateInstance<PublicDocumentAntiforgery>(
            provider, ActivatorUtilities.CreateInstance(provider, framework.ImplementationType!)));
        return builder;
    }

    /// <summary>Last of all: what stands before it is done for each request.</summary>
    public static WebApplication UsePublicDocuments(this WebApplication app)
    {
        var documents = app.Services.GetRequiredService<PublicDocuments>();
        app.Use(next => context => documents.AnswerAsync(context, next));
        return app;
    }

    internal static TBuilder ForAll<TBuilder>(this TBuilder endpoint, PublicDocumentKind kind)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(built => built.Metadata.Add(new PublicDocumentAttribute(kind)));
        return endpoint;
    }
}
