using System.Text.Json;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Web.Api.Input;

/// <summary>
/// What stands in the objects that clients read and can't be written there: as it is now it may come back, with anything else the answer says what to use
/// instead. docs/websocket-protocol.md lists them.
/// </summary>
internal static class ReadOnlyFields
{
    private static readonly JsonElement _null = JsonSerializer.SerializeToElement((object?)null);

    public static void OfNewReservation(JsonFields fields)
    {
        Common(fields);
        fields.Instead("It is confirmed at once, or pending where the room requires approval.", "status");
        fields.Instead("It is booked for whoever's token it is.", "user", "user_id");
        fields.Instead("A new one gets its own: PATCH /api/reservations/{id}/ changes one that is there.", "id");
        NoSeries(fields);
    }

    public static void OfReservation(JsonFields fields, WireReservation current)
    {
        Common(fields);
        NoSeries(fields);
        var wire = Element(current);
        Keeps(fields, wire, "id", "The address says which one.");
        Keeps(fields, wire, "status", $"POST /api/reservations/{current.Id}/cancel/ cancels it, POST /api/reservations/{current.Id}/confirm/ confirms it.");
        Keeps(fields, wire, "user", "A reservation stays with whoever made it.");
        Keeps(fields, wire, "series_id", "A reservation stays in its series, or outside.");
        Keeps(fields, wire, "checked_in_at", "People check in at the room.");
        KeepsRoom(fields, wire);
    }

    public static void OfNewSeries(JsonFields fields)
    {
        Common(fields);
        fields.Instead("Write it within recurrence.", "frequency", "interval", "byday", "weekdays", "week", "until", "count");
        fields.Instead("Write recurrence.", "rrule");
        fields.Instead("It is booked for whoever's token it is.", "user", "user_id");
        fields.Instead("Occurrences follow from recurrence, but for skip and moves.", "occurrences");
        fields.Instead("A new one gets its own: PATCH /api/series/{id}/ changes one that is there.", "id");
    }

    public static void OfSeries(JsonFields fields, WireSeries current)
    {
        const string Days =
            "The days of a series can't be changed: POST /api/series/{id}/cancel/ cancels the following ones, POST /api/series/ books another series.";
        Common(fields);
        fields.Instead(Days, "frequency", "interval", "byday", "weekdays", "week", "until", "count", "except_dates");
        fields.Instead("Write start_time and end_time, campus times; PATCH /api/reservations/{id}/ takes one occurrence to another day.", "start", "end");
        fields.Instead("POST /api/series/{id}/cancel/ cancels occurrences, POST /api/reservations/{id}/confirm/ confirms one.", "status");
        var wire = Element(current);
        Keeps(fields, wire, "id", "The address says which one.");
        Keeps(fields, wire, "user", "A series stays with whoever made it.");
        Keeps(fields, wire, "recurrence", Days);
        Keeps(fields, wire, "rrule", Days);
        Keeps(fields, wire, "date", Days);
        Keeps(fields, wire, "occurrences", "Write moves, or change one of them: the scope this, or PATCH /api/reservations/{id}/.");
        fields.Knows("kept");
        KeepsRoom(fields, wire);
    }

    private static void Common(JsonFields fields)
    {
        fields.Knows("created_at", "updated_at", "time_until_start", "countdown_text");
        fields.Instead("Write room_id.", "room", "room_name");
        fields.Instead("Write start and end, or date, start_time and end_time.", "duration", "minutes", "start_date", "end_date", "time");
        fields.Instead("Write purpose.", "title", "name", "description", "notes");
        fields.Instead("Write attendees, a number.", "people", "participants");
    }

    private static void NoSeries(JsonFields fields) => fields.Instead(
        "This is for series: POST /api/series/ books one, PATCH /api/series/{id}/ and POST /api/series/{id}/cancel/ change it.",
        "recurrence",
        "frequency",
        "interval",
        "byday",
        "weekdays",
        "week",
        "until",
        "count",
        "except_dates",
        "skip",
        "moves",
        "scope",
        "occurrence_id");

    /// <summary>The room as an object says nothing beside <c>room_id</c>.</summary>
    private static void KeepsRoom(JsonFields fields, JsonElement wire)
    {
        if (fields.IsGiven("room_id"))
        {
            fields.Knows("room");
        }
        else
        {
            Keeps(fields, wire, "room", "Write room_id.");
        }
    }

    private static void Keeps(JsonFields fields, JsonElement wire, string name, string advice) =>
        fields.KeepsAs(name, wire.TryGetProperty(name, out var value) ? value : _null, advice);

    private static JsonElement Element<T>(T wire) => JsonSerializer.SerializeToElement(wire, WireJson.Options);
}
