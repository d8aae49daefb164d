namespace RoomMonitor.Web.Api.Documents;

/// <summary>What a response may look like, for the document.</summary>
internal sealed record ResponseExample(int Status, object Value);
