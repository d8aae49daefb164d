using CsCheck;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.State.Browse;

public sealed class BrowseQueryTests
{
    private static readonly Gen<string> _text = Gen.Char["abcÅéß 漢&=?#%+/\"<>0189.-_"].Array[0, 12].Select(letters => new string(letters));

    private static readonly Gen<BrowseTime?> _time = Gen.OneOf(
        Gen.Const((BrowseTime?)null),
        Gen.OneOf(30, 60, 120).Select(minutes => (BrowseTime?)new NextMinutes(minutes)),
        Gen.Select(Gen.Int[0, 36_000], Gen.Int[0, 1_439], Gen.Int[1, 1_440], (day, from, length) => (BrowseTime?)new DayTime(
            new DateOnly(2000, 1, 1).AddDays(day), TimeSpan.FromMinutes(from), TimeSpan.FromMinutes(Math.Min(1_440, from + length)))));

    private static readonly Gen<BrowseQuery> _query = Gen.Select(
        Gen.Int[0, BrowseQuery.MaximumSeats],
        _text,
        _text,
        _text.Array[0, 4],
        Gen.Int[-1, 2].Select(status => status < 0 ? (OccupancyStatus?)null : (OccupancyStatus)status),
        _time,
        (seats, building, search, amenities, status, time) => new BrowseQuery
        {
            Seats = seats,
            Building = building,
            Search = search,
            Amenities = AmenitySet.Of(amenities),
            Status = status,
            Time = time,
        });

    [Fact]
    public void Parse_WhatWasWritten_IsTheSame() =>
        _query.Sample(query => BrowseQuery.Parse(query.ToQueryString()) == query);

    [Fact]
    public void Parse_Anything_CanBeWrittenAndReadAgain() =>
        Gen.String.Sample(text =>
        {
            var query = BrowseQuery.Parse(text);
            return BrowseQuery.Parse(query.ToQueryString()) == query;
        });

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("?seats=-1&status=nonsense&free=45&other=1&with=")]
    [InlineData("?seats=many&free=")]
    [InlineData("?seats=10001")]
    [InlineData("?on=2026-11-25&from=10:00&to=10:00")]
    [InlineData("?on=2026-11-25&from=10:00&to=9:00")]
    [InlineData("?on=2026-11-25&from=10:00")]
    [InlineData("?on=2026-02-30&from=10:00&to=11:00")]
    [InlineData("?on=9999-12-31&from=10:00&to=24:00")]
    [InlineData("?on=2026-11-25&from=24:00&to=25:00")]
    public void Parse_NothingUnderstood_IsTheDefault(string? queryString) => BrowseQuery.Parse(queryString).Should().Be(BrowseQuery.Default);

    [Fact]
    public void ToQueryString_Default_IsEmpty() => BrowseQuery.Default.ToQueryString().Should().BeEmpty();

    [Theory]
    [InlineData("?seats=6&building=Main%20Building&q=room&with=Screen&with=Step-free&status=available&free=60")]
    [InlineData("?on=2026-11-25&from=09:00&to=10:30")]
    [InlineData("?on=2026-11-25&from=23:45&to=24:00")]
    public void ToQueryString_OfWhatWasParsed_IsTheAddress(string queryString) =>
        BrowseQuery.Parse(queryString).ToQueryString().Should().Be(queryString);

    [Theory]
    [InlineData("?when=now&on=2026-12-01&from=14:15&to=15:15", "?free=60")]
    [InlineData("?free=60&when=now&free=30", "?free=30")]
    [InlineData("?free=30&when=", "")]
    [InlineData("?when=2026-11-25&free=30&on=2026-12-01&from=14:15&to=15:15", "?on=2026-11-25&from=14:15&to=15:15")]
    [InlineData("?on=2026-11-25&from=09:00&to=10:00&when=2026-11-25&from=10:30&to=10:00", "?on=2026-11-25&from=10:30&to=11:30")]
    [InlineData("?when=other&on=2026-12-24", "?on=2026-12-24&from=09:00&to=10:00")]
    [InlineData("?seats=6&q=x&seats=0&q=&with=Screen&with=Projector&without=screen", "?with=Projector")]
    [InlineData("?seats=6&building=A&clear=all", "")]
    public void Parse_WhatTheFormSends_IsWhatWasChosenLast(string sent, string expected) => BrowseQuery.Parse(sent).ToQueryString().Should().Be(expected);

    [Fact]
    public void Amenities_InOtherOrderAndCase_AreTheSameQuery()
    {
        var (one, other) = (BrowseQuery.Parse("?with=Screen&with=Projector"), BrowseQuery.Parse("?with=projector&with=SCREEN&with=screen"));

        other.Should().Be(one);
        other.GetHashCode().Should().Be(one.GetHashCode());
    }

    [Fact]
    public void Amenities_Toggled_ComeAndGo()
    {
        var screen = AmenitySet.Empty.Toggle("Screen");

        screen.Contains("screen").Should().BeTrue();
        screen.Toggle("SCREEN").Should().BeEquivalentTo(AmenitySet.Empty);
    }
}
