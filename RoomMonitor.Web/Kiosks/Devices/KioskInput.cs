using System.Collections.Immutable;
using RoomMonitor.Web.Api.Input;

namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>Reads what screens send; says by field what can't be.</summary>
internal static class KioskInput
{
    /// <summary>For so many minutes a room can be booked at its door.</summary>
    public static readonly ImmutableArray<int> Bookings = [15, 30, 45, 60];

    /// <summary>By so many minutes a reservation can be extended there.</summary>
    public static readonly ImmutableArray<int> Extensions = [15, 30];

    private const int MaximumText = 200;

    private const int MaximumSamples = 100;

    private const int MaximumPixels = 100_000;


    /// <summary>Keeps one page that counts wrongly from spoiling the figures of all.</summary>
    private static readonly int _longest = (int)TimeSpan.FromHours(1).TotalMilliseconds;

    public static (int RoomId, TimeSpan Length, string Key) ReadBooking(JsonFields fields)
    {
        var roomId = fields.Number("room_id");
        fields.Require("room_id");
        var minutes = ReadMinutes(fields, Bookings);
        fields.Require("key");
        if (!Guid.TryParse(fields.Text("key"), out var key))
        {
            fields.Refuse("key", "Send a GUID, the same one when you ask again.");
        }

        fields.ThrowIfRefused();
        return (roomId!.Value, minutes, key.ToString("N"));
    }

    public static int ReadReservation(JsonFields fields)
    {
        var id = fields.Number("reservation_id");
        fields.Require("reservation_id");
        fields.ThrowIfRefused();
        return id!.Value;
    }

    public static (int Id, TimeSpan By) ReadExtension(JsonFields fields)
    {
        var minutes = ReadMinutes(fields, Extensions);
        return (ReadReservation(fields), minutes);
    }

    /// <remarks>A screen may run the page of another version for a while: what it tells beyond this does nothing.</remarks>
    public static KioskReport ReadReport(JsonFields fields, DateTime at)
    {
        fields.KnowsAll();
        var connection = fields.Word<KioskConnection>("connection");
        fields.Require("connection");
        var report = new KioskReport
        {
            At = at,
            Page = ReadText(fields, "page"),
            Version = ReadText(fields, "version"),
            Width = ReadCount(fields, "width", MaximumPixels),
            Height = ReadCount(fields, "height", MaximumPixels),
            SkewMilliseconds = fields.Number("skew_ms") ?? 0,
            DataAgeMilliseconds = fields.IsGiven("data_age_ms") ? ReadCount(fields, "data_age_ms", int.MaxValue) : null,
            Connection = connection.GetValueOrDefault(),
            FreshnessMilliseconds = [.. (fields.Numbers("freshness_ms") ?? []).TakeLast(MaximumSamples).Select(sample => Math.Clamp(sample, 0, _longest))],
            Unseen = ReadCount(fields, "unseen", int.MaxValue),
        };
        fields.ThrowIfRefused();
        return report;
    }

    private static TimeSpan ReadMinutes(JsonFields fields, ImmutableArray<int> choices)
    {
        var minutes = fields.Number("minutes");
        if (minutes is null || !choices.Contains(minutes.Value))
        {
            fields.Refuse("minutes", $"Can be {string.Join(", ", choices)}.");
        }

        return TimeSpan.FromMinutes(minutes ?? 0);
    }

    private static string ReadText(JsonFields fields, string name)
    {
        var text = fields.Text(name) ?? "";
        if (text.Length > MaximumText)
        {
            fields.Refuse(name, $"At most {MaximumText} characters.");
        }

        return text;
    }

    private static int ReadCount(JsonFields fields, string name, int maximum)
    {
        var number = fields.Number(name) ?? 0;
        if (number < 0 || number > maximum)
        {
            fields.Refuse(name, $"From 0 to {maximum}.");
        }

        return number;
    }
}
