using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace RoomMonitor.Web.Api.Documents;

/// <summary>A parameter of an address, or a header, for the document. The handlers read them by hand, so that each can be refused by name.</summary>
internal sealed record QueryParameter(string Name, string Description, OpenApiSchema Schema, JsonNode? Example, ParameterLocation In = ParameterLocation.Query);
