using RoomMonitor.Web.Hosting.Commands;

namespace RoomMonitor.Tests.Commands;

public sealed class ImportArgumentsTests
{
    [Fact]
    public void Parse_AllInAnyOrder_IsUnderstood()
    {
        var (arguments, error) = ImportArguments.Parse(["--strict", "--time-zone", "America/Chicago", "--meetings", "m.csv", "--rooms", "r.csv"]);

        error.Should().BeNull();
        arguments.Should().BeEquivalentTo(new { Rooms = "r.csv", Meetings = "m.csv", IsStrict = true });
        arguments!.Calendar.TimeZone.Id.Should().Be("America/Chicago");
    }

    [Fact]
    public void Parse_WithEqualsSigns_IsUnderstood()
    {
        var (arguments, error) = ImportArguments.Parse(["--rooms=r=1.csv", "--meetings=m.csv", "--time-zone", "Europe/Lisbon"]);

        error.Should().BeNull();
        arguments.Should().BeEquivalentTo(new { Rooms = "r=1.csv", Meetings = "m.csv", IsStrict = false });
    }

    [Theory]
    [InlineData("--rooms is missing.", "")]
    [InlineData("--time-zone is missing.", "--rooms r.csv --meetings m.csv")]
    [InlineData("--rooms needs a value.", "--rooms --meetings m.csv")]
    [InlineData("--meetings needs a value.", "--rooms r.csv --meetings")]
    [InlineData("--rooms needs a value.", "--rooms= --meetings=m.csv")]
    [InlineData("--room means nothing here.", "--room=r.csv")]
    [InlineData("--rooms stands there twice.", "--rooms=r.csv --rooms s.csv")]
    [InlineData("--rooms stands there twice.", "--rooms r.csv --rooms s.csv")]
    [InlineData("--room means nothing here.", "--room r.csv")]
    [InlineData("r.csv means nothing here.", "r.csv")]
    [InlineData("--time-zone Atlantis/Capital is no time zone such as Europe/Lisbon.", "--rooms r.csv --meetings m.csv --time-zone Atlantis/Capital")]
    [InlineData("--time-zone ../../etc/passwd is no time zone such as Europe/Lisbon.", "--rooms r.csv --meetings m.csv --time-zone ../../etc/passwd")]
    public void Parse_Wrong_SaysWhatIs(string expected, string arguments)
    {
        var (parsed, error) = ImportArguments.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        parsed.Should().BeNull();
        error.Should().Be(expected);
    }
}
