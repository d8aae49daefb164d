using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Api.Input;

/// <summary>Reads the body of a request: a JSON object of at most 64 KiB.</summary>
internal static class JsonBody
{
    public const int MaximumBytes = 64 * 1024;

    private const string Field = "body";

    private static readonly JsonDocumentOptions _options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <exception cref="ApiException">400, 413 or 415.</exception>
    public static async Task<JsonElement> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(request.ContentType) && !request.HasJsonContentType())
        {
            throw new ApiException(StatusCodes.Status415UnsupportedMediaType, "Send the body as Content-Type: application/json.");
        }

        var bytes = await ReadBytesAsync(request, cancellationToken);
        if (bytes.IsEmpty)
        {
            throw ApiException.Invalid(Field, "The body is empty: send a JSON object.");
        }

        // The parser only looks at those texts that somebody reads.
        return Utf8.IsValid(bytes.Span) ? Parse(bytes) : throw ApiException.Invalid(Field, "The body is not UTF-8 text.");
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaximumBytes)
        {
            throw TooLarge();
        }

        // A chunked body doesn't say how long it is: one byte more than allowed tells.
        var buffer = new byte[request.ContentLength is { } length ? (int)length : MaximumBytes + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > MaximumBytes ? throw TooLarge() : buffer.AsMemory(0, read);
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, _options);
            RequireReadableNames(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw ApiException.Invalid(Field, "The body must be a JSON object.");
        }
        catch (InvalidOperationException)
        {
            throw ApiException.Invalid(Field, "The body has a field whose name is half a character.");
        }
        catch (JsonException exception)
        {
            throw ApiException.Invalid(Field, $"The body is not valid JSON{Position(exception)}.");
        }
    }

    /// <summary>Half a surrogate pair passes the parser, and throws when somebody looks for a name.</summary>
    private static void RequireReadableNames(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    RequireReadableNames(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    RequireReadableNames(item);
                }

                break;
        }
    }

    private static string Position(JsonException exception) =>
        exception is { LineNumber: { } line, BytePositionInLine: { } column }
            ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1}, column {column + 1})")
            : "";

    private static ApiException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body is too large: at most {MaximumBytes / 1024} KiB.");
}
