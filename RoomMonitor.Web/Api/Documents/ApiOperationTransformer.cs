using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Web.Api.Documents;

/// <summary>Adds to each operation what its metadata says: query parameters, body, examples, problems, and who may call it.</summary>
internal sealed class ApiOperationTransformer : IOpenApiOperationTransformer
{
    private const string Json = "application/json";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var parameter in metadata.OfType<QueryParameter>())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = parameter.In,
                Description = parameter.Description,
                Schema = parameter.Schema,
                Example = parameter.Example?.DeepClone(),
            });
        }

        if (metadata.OfType<BodyExample>().FirstOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [Json] = new()
                    {
                        Schema = await context.GetOrCreateSchemaAsync(body.Type, null, cancellationToken),
                        Example = Given(body.Value),
                    },
                },
            };
        }

        await AddProblemsAsync(operation, context, metadata, cancellationToken);
        AddExamples(operation, metadata);
        AddSecurity(operation, context, metadata);
    }

    /// <summary>What every route may answer need not be said at each.</summary>
    private static async Task AddProblemsAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, IList<object> metadata, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        if (!metadata.OfType<DisableRateLimitingAttribute>().Any())
        {
            await AddAsync(StatusCodes.Status429TooManyRequests);
        }

        if (NeedsToken(metadata))
        {
            await AddAsync(StatusCodes.Status401Unauthorized);
        }

        foreach (var (key, response) in operation.Responses)
        {
            if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status >= StatusCodes.Status400BadRequest
                && response is OpenApiResponse { Content: { } content } problem)
            {
                problem.Description = ProblemExamples.DescriptionOf(status);
                foreach (var media in content.Values)
                {
                    media.Example ??= Node(ProblemExamples.Of(status));
                }
            }
        }

        async Task AddAsync(int status)
        {
            var key = status.ToString(CultureInfo.InvariantCulture);
            if (!operation.Responses.ContainsKey(key))
            {
                var schema = await context.GetOrCreateSchemaAsync(typeof(WireProblem), null, cancellationToken);
                operation.Responses[key] = new OpenApiResponse
                {
                    Content = new Dictionary<string, OpenApiMediaType> { [WireProblem.ContentType] = new() { Schema = schema } },
                };
            }
        }
    }

    private static void AddExamples(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var example in metadata.OfType<ResponseExample>())
        {
            var key = example.Status.ToString(CultureInfo.InvariantCulture);
            if (operation.Responses!.TryGetValue(key, out var response) && response.Content is { } content)
            {
                foreach (var media in content.Values)
                {
                    media.Example = Node(example.Value);
                }
            }
        }
    }

    private static void AddSecurity(OpenApiOperation operation, OpenApiOperationTransformerContext context, IList<object> metadata)
    {
        var bearer = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiDocumentTransformer.Bearer, context.Document)] = [] };
        if (NeedsToken(metadata))
        {
            operation.Security = [bearer];
        }
        else if (operation.Responses?.ContainsKey("401") == true && !metadata.OfType<BodyExample>().Any())
        {
            // A read that is open to all, and a token shows more. (A login takes none.)
            operation.Security = [new OpenApiSecurityRequirement(), bearer];
        }
    }

    private static bool NeedsToken(IList<object> metadata) =>
        metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();

    private static JsonNode? Node(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), WireJson.Options);

    /// <summary>A request without the fields that it leaves out.</summary>
    private static JsonNode? Given(object value)
    {
        var node = Node(value);
        foreach (var absent in node!.AsObject().Where(property => property.Value is null).Select(property => property.Key).ToList())
        {
            node.AsObject().Remove(absent);
        }

        return node;
    }
}
