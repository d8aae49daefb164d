using System.Text;
using System.Text.Json;

namespace RoomMonitor.Bench.Sockets;

/// <summary>
/// What is known of one message: its envelope. Equal bytes share one instance. <see cref="Sequence"/>, <see cref="ReservationId"/>
/// and <see cref="RoomId"/> are -1 where the message has none.
/// </summary>
public sealed record SwarmMessage(string Type, string EventType, long ReservationId, int RoomId, long Sequence, string Epoch, int Bytes)
{
    /// <summary>It tells of one change, so its sequence is the one before plus one.</summary>
    public bool IsChange { get; } = Type == "room.update" || Type.StartsWith("reservation.", StringComparison.Ordinal);

    /// <summary>It sets the state, whatever was known before.</summary>
    public bool IsStatus { get; } = Type is "room.status" or "rooms.status";

    /// <summary>The first message about a new reservation.</summary>
    public bool IsCreated { get; } = EventType == "created";

    /// <summary>Reads a whole message.</summary>
    public static SwarmMessage Read(ReadOnlySpan<byte> utf8)
    {
        string type = "", eventType = "", epoch = "";
        long reservation = -1, sequence = -1;
        var room = -1;
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name, reader.TokenType)
            {
                case ("type", JsonTokenType.String): type = reader.GetString()!; break;
                case ("event_type", JsonTokenType.String): eventType = reader.GetString()!; break;
                case ("epoch", JsonTokenType.String): epoch = reader.GetString()!; break;
                case ("reservation_id", JsonTokenType.Number): reservation = reader.GetInt64(); break;
                case ("room_id", JsonTokenType.Number): room = reader.GetInt32(); break;
                case ("sequence", JsonTokenType.Number): sequence = reader.GetInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new SwarmMessage(type, eventType, reservation, room, sequence, epoch, utf8.Length);
    }

    /// <summary>Reads a large message, of which only its first and last bytes were looked at: its type stands first, its sequence and epoch last.</summary>
    public static SwarmMessage ReadEnds(ReadOnlySpan<byte> first, ReadOnlySpan<byte> last, int bytes)
    {
        return new SwarmMessage(Text(first, "\"type\":\""u8), "", -1, -1, Number(last, "\"sequence\":"u8), Text(last, "\"epoch\":\""u8), bytes);

        static string Text(ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> name)
        {
            var rest = After(utf8, name);
            return Encoding.UTF8.GetString(rest[..Math.Max(0, rest.IndexOf((byte)'"'))]);
        }

        static long Number(ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> name)
        {
            var rest = After(utf8, name);
            return System.Buffers.Text.Utf8Parser.TryParse(rest, out long value, out _) ? value : -1;
        }

        static ReadOnlySpan<byte> After(ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> name)
        {
            var at = utf8.LastIndexOf(name);
            return at < 0 ? [] : utf8[(at + name.Length)..];
        }
    }
}
