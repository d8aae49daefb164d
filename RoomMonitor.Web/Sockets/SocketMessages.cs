using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Names;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Api.Contracts;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Sockets;

/// <summary>Makes every message that a server sends (docs/websocket-protocol.md).</summary>
internal sealed class SocketMessages
{
    public const string RoomStatusType = "room.status";
    public const string RoomsStatusType = "rooms.status";
    public const string HeartbeatType = "heartbeat";

    private const int TypicalStatusBytes = 400;
    private static readonly JsonWriterOptions _writerOptions = new() { Encoder = WireJson.Options.Encoder, SkipValidation = true };

    private long _serialised;

    /// <summary>How many messages have been serialised so far.</summary>
    public long Serialised => Interlocked.Read(ref _serialised);

    /// <summary>One room's status: <c>room.status</c> or <c>heartbeat</c>.</summary>
    public SocketMessage RoomStatus(string type, RoomStatus status, SocketStamp stamp) => Make(type, stamp, writer => WriteStatus(writer, status));

    /// <summary>The statuses of all rooms, or of a building's: <c>rooms.status</c> or <c>heartbeat</c>.</summary>
    public SocketMessage RoomsStatus(string type, OccupancySnapshot snapshot, string? building, SocketStamp stamp) =>
        Make(
            type,
            stamp,
            writer =>
            {
                writer.WriteStartArray("rooms"u8);
                foreach (var room in snapshot.Rooms.Where(room => building is null || NameText.Plain(room.Room.Building) == building))
                {
                    JsonSerializer.Serialize(writer, WireRoomStatus.Of(snapshot.StatusAt(room, stamp.Instant)), WireJson.Options);
                }

                writer.WriteEndArray();
            },
            building is null ? snapshot.Rooms.Count : 1);

    public SocketMessage LightHeartbeat(SocketStamp stamp) => Make(HeartbeatType, stamp, _ => { });

    /// <summary><c>reservation.created</c> and so on, for the channel of a room.</summary>
    public SocketMessage ReservationEvent(RoomChange change, OccupancySnapshot snapshot, SocketStamp stamp) =>
        Make(
            "reservation." + EventType(change.Action),
            stamp,
            writer =>
            {
                WriteReservation(writer, change, snapshot);
                writer.WriteString("event_type"u8, EventType(change.Action));
                WriteReservationId(writer, change);
                writer.WriteNumber("room_id"u8, change.RoomId);
                WriteStatus(writer, change.Status);
            });

    /// <summary><c>room.update</c>, for overviews.</summary>
    public SocketMessage RoomUpdate(RoomChange change, OccupancySnapshot snapshot, SocketStamp stamp) =>
        Make(
            "room.update",
            stamp,
            writer =>
            {
                writer.WriteNumber("room_id"u8, change.RoomId);
                writer.WriteString("event_type"u8, EventType(change.Action));
                WriteReservationId(writer, change);
                WriteReservation(writer, change, snapshot);
                WriteStatus(writer, change.Status);
            });

    public SocketMessage Pong(DateTime instant) => Make("pong", instant, _ => { });

    public SocketMessage Error(Refusal refusal, DateTime instant) =>
        Make(
            "error",
            instant,
            writer =>
            {
                writer.WriteString("code"u8, refusal.Code);
                writer.WriteString("message"u8, refusal.Words);
            });

    private static void WriteStatus(Utf8JsonWriter writer, RoomStatus status)
    {
        writer.WritePropertyName("status"u8);
        JsonSerializer.Serialize(writer, WireRoomStatus.Of(status), WireJson.Options);
    }

    private static void WriteReservation(Utf8JsonWriter writer, RoomChange change, OccupancySnapshot snapshot)
    {
        writer.WritePropertyName("reservation"u8);
        if (change.Reservation is not { } facts || change.Action == ActivityAction.ReservationDeleted)
        {
            writer.WriteNullValue();
            return;
        }

        // A moved reservation is told in the room that it left too, and lies in another one.
        var room = snapshot.Find(facts.RoomId)?.Room ?? change.Status.Room;
        JsonSerializer.Serialize(writer, WireReservation.Anonymous(facts, room, snapshot.Calendar), WireJson.Options);
    }

    private static void WriteReservationId(Utf8JsonWriter writer, RoomChange change)
    {
        writer.WritePropertyName("reservation_id"u8);
        if (change.Reservation is { } facts)
        {
            writer.WriteNumberValue(facts.Id);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static string EventType(ActivityAction? action) => action switch
    {
        ActivityAction.ReservationCreated => "created",
        ActivityAction.ReservationConfirmed => "confirmed",
        ActivityAction.ReservationCancelled => "cancelled",
        ActivityAction.ReservationDeleted => "deleted",
        ActivityAction.ReservationUpdated => "updated",
        null => "status_changed",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Not about a reservation."),
    };

    private SocketMessage Make(string type, SocketStamp stamp, Action<Utf8JsonWriter> write, int statuses = 1) =>
        Make(
            type,
            stamp.Instant,
            writer =>
            {
                write(writer);
                writer.WriteNumber("sequence"u8, stamp.Sequence);
                writer.WriteString("epoch"u8, stamp.Epoch);
            },
            statuses);

    private SocketMessage Make(string type, DateTime instant, Action<Utf8JsonWriter> write, int statuses = 1) => new(() =>
    {
        Interlocked.Increment(ref _serialised);
        var buffer = new ArrayBufferWriter<byte>((statuses + 1) * TypicalStatusBytes);
        buffer.GetSpan(SocketFrame.Room)[..SocketFrame.Room].Clear();
        buffer.Advance(SocketFrame.Room);
        using var writer = new Utf8JsonWriter(buffer, _writerOptions);
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        write(writer);
        writer.WriteString("timestamp"u8, instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    });
}
