using RoomMonitor.Web.Features.Reservations;

namespace RoomMonitor.Tests.State.Reservations;

public sealed class ReservationsQueryTests
{
    [Theory]
    [InlineData("", ReservationsTab.Upcoming, 1)]
    [InlineData("?tab=pending", ReservationsTab.Pending, 1)]
    [InlineData("?tab=past&page=3", ReservationsTab.Past, 3)]
    [InlineData("?page=2", ReservationsTab.Upcoming, 2)]
    public void Parse_Understood_IsWrittenTheSame(string query, ReservationsTab tab, int page)
    {
        var parsed = ReservationsQuery.Parse(query);

        parsed.Should().Be(new ReservationsQuery(tab, page));
        parsed.ToQueryString().Should().Be(query);
    }

    [Theory]
    [InlineData("?tab=everything&page=0")]
    [InlineData("?page=-1")]
    [InlineData("?page=two&tab")]
    [InlineData("?page=99999999999999999999")]
    [InlineData("?page=1000000000")]
    [InlineData(null)]
    public void Parse_NotUnderstood_IsTheDefault(string? query) => ReservationsQuery.Parse(query).Should().Be(ReservationsQuery.Default);
}
