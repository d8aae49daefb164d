using System.Text.Json;

namespace RoomMonitor.Web.Sockets;

/// <summary>Reads what clients send. Whatever it is, it never throws.</summary>
internal static class ClientMessageParser
{
    private static readonly JsonDocumentOptions _options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public static ClientMessage Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, _options);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("type"u8, out var type)
                || type.ValueKind != JsonValueKind.String)
            {
                return ClientMessage.BadJson;
            }

            return type.GetString() switch
            {
                "ping" => ClientMessage.Ping,
                "status.request" => ClientMessage.StatusRequest,
                _ => ClientMessage.UnknownType,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escaped half of a surrogate pair, which is valid JSON and no text.
            return ClientMessage.BadJson;
        }
    }
}
