namespace RoomMonitor.Web.Api.Documents;

/// <summary>What a request carries, for the document; the example is a value of the documented type.</summary>
internal sealed record BodyExample(Type Type, object Value);
