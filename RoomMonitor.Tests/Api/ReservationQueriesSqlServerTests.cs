using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data.Activity;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Statistics;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

/// <summary>The queries of the API also compile for SQL Server.</summary>
public sealed class ReservationQueriesSqlServerTests : IDisposable
{
    private static readonly DateTime _now = ApiFixture.Now;

    private readonly RecordedSqlServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Page_AllFilters_IsOneStatementThatReadsAPageOnTheServer()
    {
        using var context = _server.Open();
        var filter = new ReservationFilter { RoomId = 1, UserId = 2, Status = ReservationStatus.Pending, From = _now, To = _now.AddDays(1) };

        var sql = ReservationQueries.Page(context, filter, 50, 50).ToQueryString();

        sql.Should().Contain("OFFSET").And.Contain("FETCH NEXT").And.Contain("LEFT JOIN [AspNetUsers]").And.Contain("INNER JOIN [Rooms]");
        sql.Should().ContainAll("[RoomId] =", "[UserId] =", "[Status] =", "[Start] >=", "[End] >", "[Start] <");
    }

    [Fact]
    public void OfUserAndUpcoming_ReadNoMoreThanAsked()
    {
        using var context = _server.Open();

        ReservationQueries.OfUser(context, 1, 500).ToQueryString().Should().Contain("TOP(").And.Contain("[Start] DESC");
        ReservationQueries.Upcoming(context, 1, _now, 500).ToQueryString().Should().Contain("TOP(").And.Contain("N'Cancelled'");
    }

    [Fact]
    public void CurrentAndPast_ReadNoMoreThanAsked()
    {
        using var context = _server.Open();

        ReservationQueries.Current(context, 1, _now, 500).ToQueryString().Should().Contain("TOP(").And.ContainAll("[UserId] =", "[Start] >=", "[End] >");
        ReservationQueries.Past(context, 1, _now, 20, 20).ToQueryString().Should().Contain("[Start] DESC").And.ContainAll("OFFSET", "FETCH NEXT", "[End] <=");
    }

    [Fact]
    public void PopularRooms_AreCountedOnTheServer()
    {
        using var context = _server.Open();

        StatisticsQueries.Popular(context, _now).ToQueryString().Should().ContainAll("TOP(", "GROUP BY", "COUNT(*)", "[IsActive]");
    }

    [Fact]
    public void Latest_ReadsNewestByKey()
    {
        using var context = _server.Open();

        ActivityQueries.Latest(context, 50).ToQueryString().Should().Contain("TOP(").And.Contain("ORDER BY [a].[Id] DESC").And.Contain("LEFT JOIN [Rooms]");
    }
}
