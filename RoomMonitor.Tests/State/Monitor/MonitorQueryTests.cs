using CsCheck;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Tests.State.Monitor;

public sealed class MonitorQueryTests
{
    private static readonly Gen<string> _text = Gen.Char["abcÅéß 漢&=?#%+/\"<>0189.-_"].Array[0, 12].Select(letters => new string(letters));

    private static readonly Gen<MonitorQuery> _query = Gen.Select(
        Gen.Int[-1, 2].Select(status => status < 0 ? (OccupancyStatus?)null : (OccupancyStatus)status),
        _text,
        _text,
        Gen.Enum<MonitorSort>(),
        Gen.Bool,
        Gen.Enum<MonitorView>(),
        Gen.Bool,
        (status, building, search, sort, descending, view, grouped) => new MonitorQuery
        {
            Status = status,
            Building = building,
            Search = search,
            Sort = sort,
            Descending = descending,
            View = view,
            Grouped = grouped,
        });

    [Fact]
    public void Parse_WhatWasWritten_IsTheSame() =>
        _query.Sample(query => MonitorQuery.Parse(query.ToQueryString()) == query);

    [Fact]
    public void Parse_Anything_CanBeWrittenAndReadAgain() =>
        Gen.String.Sample(text =>
        {
            var query = MonitorQuery.Parse(text);
            return MonitorQuery.Parse(query.ToQueryString()) == query;
        });

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("?status=nonsense&sort=&view=list&group=floor&dir=up&other=1")]
    public void Parse_NothingKnown_IsTheDefault(string? queryString) =>
        MonitorQuery.Parse(queryString).Should().Be(MonitorQuery.Default);

    [Fact]
    public void Parse_TextThatIsTooLong_IsIgnored() =>
        MonitorQuery.Parse("?q=" + new string('x', QueryValues.MaximumTextLength + 1)).Search.Should().BeEmpty();

    [Fact]
    public void ToQueryString_Default_IsEmpty() => MonitorQuery.Default.ToQueryString().Should().BeEmpty();

    [Fact]
    public void ToQueryString_EndingSoonAsTable_LeavesOutTheRest() =>
        (MonitorQuery.Default with { Status = OccupancyStatus.EndingSoon, View = MonitorView.Table }).ToQueryString()
            .Should().Be("?status=ending_soon&view=table");

    [Theory]
    [InlineData("?sort=status&dir=desc&sort=Name&dir=", "?sort=name")]
    [InlineData("?sort=name&sort=Name&by=name desc", "?sort=name&dir=desc")]
    [InlineData("?sort=name&dir=desc&by=building", "")]
    [InlineData("?status=occupied&status=&view=table&group=building&group=", "?view=table")]
    [InlineData("?status=occupied&q=x&view=table&clear=all", "?view=table")]
    public void Parse_WhatTheFormSends_IsWhatWasChosenLast(string sent, string expected) => MonitorQuery.Parse(sent).ToQueryString().Should().Be(expected);

    [Fact]
    public void SortedBy_SameColumnTwice_TurnsTheDirection()
    {
        var once = MonitorQuery.Default.SortedBy(MonitorSort.Name);

        (once.Sort, once.Descending).Should().Be((MonitorSort.Name, false));
        once.SortedBy(MonitorSort.Name).Descending.Should().BeTrue();
        once.SortedBy(MonitorSort.Name).SortedBy(MonitorSort.Free).Descending.Should().BeFalse();
    }

    [Fact]
    public void WithoutFilter_KeepsOrderAndView()
    {
        var query = MonitorQuery.Parse("?status=occupied&building=A&q=x&sort=name&dir=desc&view=table&group=building");

        query.WithoutFilter().Should().Be(MonitorQuery.Parse("?sort=name&dir=desc&view=table&group=building"));
    }
}
