using RoomMonitor.Web.Hosting.Commands;

namespace RoomMonitor.Tests.Commands;

public sealed class CommandTableTests
{
    [Theory]
    [InlineData("--ConnectionStrings:RoomMonitor=Data Source=campus.db", true)]
    [InlineData("--Database:Provider=", true)]
    [InlineData("--rooms=rooms.csv", false)]
    [InlineData(@"--rooms=C:\rooms.csv", false)]
    [InlineData("--Database:Provider", false)]
    [InlineData("a:b=c", false)]
    public void IsSetting_OnlyWithAColonInItsKey(string argument, bool expected) => CommandTable.IsSetting(argument).Should().Be(expected);
}
