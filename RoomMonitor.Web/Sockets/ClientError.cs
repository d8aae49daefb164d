namespace RoomMonitor.Web.Sockets;

/// <summary>Why a client's message got no answer; the connection stays up.</summary>
internal sealed record ClientError(string Code, string Message)
{
    public static ClientError BadJson { get; } =
        new("bad_json", "A message is one JSON object with a string \"type\", without duplicate keys.");

    public static ClientError UnknownType { get; } =
        new("unknown_type", "Known types are \"ping\" and \"status.request\".");
}
