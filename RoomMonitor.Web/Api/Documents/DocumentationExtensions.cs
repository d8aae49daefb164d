using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Input;

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

    /// <summary>The header by which a request that is sent twice makes one thing only.</summary>
    public static RouteHandlerBuilder TakesKey(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new QueryParameter(
            IdempotencyKey.Header,
            "Up to 64 visible ASCII characters, new for each thing that is asked for: sent again with the same key and body, the answer is what was made before.",
            new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Reservation.MaximumRequestKeyLength },
            "5f8a1c1e-1f0b-4b7c-9d83-2f6d1a0c7e55",
            ParameterLocation.Header))
            .Fails(StatusCodes.Status422UnprocessableEntity);

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
