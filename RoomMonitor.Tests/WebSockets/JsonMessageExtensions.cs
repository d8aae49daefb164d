using System.Text.Json;

namespace RoomMonitor.Tests.WebSockets;

internal static class JsonMessageExtensions
{
    public static readonly string[] StatusFields =
    [
        "room_id", "room_name", "building", "floor", "capacity", "is_occupied", "occupancy_status", "time_until_free", "reservations_today",
        "next_available", "next_available_at", "free_until", "current_attendees", "current_reservation_id",
    ];

    public static string Type(this JsonElement message) => message.GetProperty("type").GetString()!;

    public static string Text(this JsonElement message, string field) => message.GetProperty(field).GetString()!;

    public static long Sequence(this JsonElement message) => message.GetProperty("sequence").GetInt64();

    public static string Epoch(this JsonElement message) => message.Text("epoch");

    public static JsonElement Status(this JsonElement message) => message.GetProperty("status");

    public static string[] Fields(this JsonElement message) => [.. message.EnumerateObject().Select(property => property.Name)];

    public static List<JsonElement> Rooms(this JsonElement message) => [.. message.GetProperty("rooms").EnumerateArray()];
}
