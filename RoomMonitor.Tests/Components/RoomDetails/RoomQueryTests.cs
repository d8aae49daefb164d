using System.Globalization;
using CsCheck;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.Components.RoomDetails;

public sealed class RoomQueryTests
{
    private static readonly Gen<RoomQuery> _query = Gen.Select(Gen.Int[0, 3_000], Gen.Bool, Gen.Int[0, 10_000_000], Gen.Int[1, 100_000], Gen.Bool, Gen.Int[0, 50], Gen.Int[0, 50])
        .Select((week, hasWeek, start, length, hasSlot, again, people) =>
        {
            var from = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(start);
            return new RoomQuery(hasWeek ? new DateOnly(2020, 1, 6).AddDays(week * 7) : null, hasSlot ? new TimeSlot(from, from.AddSeconds(length)) : null)
            {
                Again = again == 0 ? null : again,
                People = people == 0 ? null : people,
            };
        });

    [Fact]
    public void ToQueryString_Anything_IsReadAgain() => _query.Sample(query => RoomQuery.Parse(query.ToQueryString()) == query);

    /// <summary>What a room is for is nobody's business who reads an address: it is neither written there nor read.</summary>
    [Fact]
    public void Parse_Purpose_IsForgotten() => RoomQuery.Parse("?purpose=Job%20interview&people=3").ToQueryString().Should().Be("?people=3");

    [Fact]
    public void Parse_AnyText_NeverFails() => Gen.String.Sample(text => RoomQuery.Parse("?week=" + text + "&start=" + text + "&end=" + text + "&people=" + text) is not null);

    [Fact]
    public void ToQueryString_WeekAndSlot_ReadAsPeopleWriteThem()
    {
        var slot = new TimeSlot(new DateTime(2026, 11, 24, 14, 15, 0, DateTimeKind.Utc), new DateTime(2026, 11, 24, 15, 15, 0, DateTimeKind.Utc));

        new RoomQuery(new DateOnly(2026, 11, 23), slot).ToQueryString().Should().Be("?week=2026-W48&start=2026-11-24T14:15:00Z&end=2026-11-24T15:15:00Z");
        new RoomQuery(null, null).ToQueryString().Should().BeEmpty();
    }

    [Theory]
    [InlineData("?start=2026-11-24T14:15:00%2B01:00&end=2026-11-24T14:30:00Z", "2026-11-24T13:15:00Z")]
    [InlineData("?start=2026-11-24T14:15Z&end=2026-11-24T14:30Z", "2026-11-24T14:15:00Z")]
    [InlineData("?start=2026-11-24T14:15:00&end=2026-11-24T14:30:00", null)]
    [InlineData("?start=2026-11-24T14:30:00Z&end=2026-11-24T14:15:00Z", null)]
    [InlineData("?start=2026-11-24T14:30:00Z", null)]
    public void Parse_Slot_NeedsTwoInstantsInOrder(string query, string? start) =>
        (RoomQuery.Parse(query).Slot?.Start.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).Should().Be(start);

    [Theory]
    [InlineData("2026-W53", "2026-12-28")]
    [InlineData("2027-W53", null)]
    [InlineData("2026-W00", null)]
    [InlineData("2026-48", null)]
    public void Parse_Week_IsThatOfIso8601(string week, string? monday) =>
        RoomQuery.Parse("?week=" + week).Monday.Should().Be(monday is null ? null : DateOnly.Parse(monday, CultureInfo.InvariantCulture));
}
