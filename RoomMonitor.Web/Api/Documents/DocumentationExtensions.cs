using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using RoomMonitor.Web.Wire;

namespace RoomMonitor.Web.Api.Documents;

/// <summary>What the document says of an endpoint beyond its signature.</summary>
internal static class DocumentationExtensions
{
    /// <summary>The statuses that come with a problem document.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<WireProblem>(status, WireProblem.ContentType);
        }

        return endpoint;
    }

    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint, T example)
        where T : notnull =>
        endpoint.WithMetadata(new BodyExample(typeof(T), example))
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);

    public static RouteHandlerBuilder Example(this RouteHandlerBuilder endpoint, int status, object value) =>
        endpoint.WithMetadata(new ResponseExample(status, value));

    public static RouteHandlerBuilder Query(this RouteHandlerBuilder endpoint, string name, string description, int example) =>
        endpoint.WithMetadata(new QueryParameter(name, description, new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" }, example));

    public static RouteHandlerBuilder Query(this RouteHandlerBuilder endpoint, string name, string description, bool example) =>
        endpoint.WithMetadata(new QueryParameter(name, description, new OpenApiSchema { Type = JsonSchemaType.Boolean }, example));

    public static RouteHandlerBuilder Query(this RouteHandlerBuilder endpoint, string name, string description, string example, string? format = null) =>
        endpoint.WithMetadata(new QueryParameter(name, description, new OpenApiSchema { Type = JsonSchemaType.String, Format = format }, example));

    public static RouteHandlerBuilder Query(this RouteHandlerBuilder endpoint, string name, string description, IReadOnlyList<string> words) =>
        endpoint.WithMetadata(new QueryParameter(
            name,
            description,
            new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => JsonValue.Create(word))] },
            words[0]));
}
