using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using Field = RoomMonitor.Domain.Reservations.ReservationField;
using Problem = RoomMonitor.Domain.Reservations.ReservationProblem;

namespace RoomMonitor.Tests.Domain.Reservations;

public sealed class ReservationRulesTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 9, 30, 42, DateTimeKind.Utc);
    private static readonly Room _room = new() { Id = 1, Code = "R1", Name = "R1", Capacity = 20 };
    private static readonly ReservationDetails _details = new("Seminar", 5);

    [Theory]
    [InlineData(0, 3600, null, null)]
    [InlineData(-42, 3600, null, null)] // the running minute
    [InlineData(-43, 3600, Field.Start, Problem.StartsInThePast)]
    [InlineData(0, 31 * 86400, null, null)]
    [InlineData(0, (31 * 86400) + 1, Field.End, Problem.TooLong)]
    [InlineData(60, 0, Field.End, Problem.EndNotAfterStart)]
    [InlineData(60, -60, Field.End, Problem.EndNotAfterStart)]
    [InlineData(-42, 42, Field.End, Problem.EndsInThePast)]
    [InlineData(3 * 366 * 86400, 60, null, null)]
    [InlineData((3 * 366 * 86400) + 1, 60, Field.Start, Problem.TooFarAhead)]
    public void Check_Times_NameTheirField(int startsIn, int seconds, Field? field, Problem? problem)
    {
        var start = _now.AddSeconds(startsIn);

        ReservationRules.Check(_room, start, start.AddSeconds(seconds), _details, _now, startIsNew: true).All
            .Should().Equal(field is null ? [] : [new ReservationError(field.Value, problem!.Value)]);
    }

    [Fact]
    public void Check_StartStaysWhereItIs_MayBePast()
    {
        ReservationRules.Check(_room, _now.AddHours(-1), _now.AddHours(1), _details, _now, startIsNew: false).All.Should().BeEmpty();
        ReservationRules.Check(_room, _now.AddHours(-1), _now, _details, _now, startIsNew: false).All
            .Should().Equal(new ReservationError(Field.End, Problem.EndsInThePast));
    }

    [Theory]
    [InlineData("Seminar", 20, null, null, null)]
    [InlineData("Two\nlines", 20, "ada@example.edu", "+351 21 792 1000", null)]
    [InlineData("Seminar", 1, "", "", null)]
    [InlineData("  ", 1, null, null, Problem.PurposeMissing)]
    [InlineData("Exam\u202e", 1, null, null, Problem.HiddenCharacter)]
    [InlineData("Seminar", 0, null, null, Problem.NoPeople)]
    [InlineData("Seminar", 21, null, null, Problem.TooManyPeople)]
    [InlineData("Seminar", 1, "ask Ada", null, Problem.NotAnEmail)]
    [InlineData("Seminar", 1, null, "later", Problem.NotAPhone)]
    public void Check_Details_NameWhatIsWrong(string purpose, int attendees, string? email, string? phone, Problem? problem)
    {
        var details = new ReservationDetails(purpose, attendees, email, phone);

        ReservationRules.Check(_room, _now, _now.AddHours(1), details, _now, startIsNew: true).All.Select(error => error.Problem)
            .Should().Equal(problem is null ? [] : [problem.Value]);
    }

    [Fact]
    public void Check_LongTexts_NameTheirFields()
    {
        var details = new ReservationDetails(new string('x', 501), 1, new string('x', 201), new string('1', 201));

        ReservationRules.Check(_room, _now, _now.AddHours(1), details, _now, startIsNew: true).All.Should().Equal(
            new ReservationError(Field.Purpose, Problem.TextTooLong),
            new ReservationError(Field.ContactEmail, Problem.TextTooLong),
            new ReservationError(Field.ContactPhone, Problem.TextTooLong));
    }

    [Fact]
    public void Check_TextsThatWereThereBefore_KeepNobodyFromChangingTheRest()
    {
        var old = new ReservationDetails("Exam\u202e", 5, "ask Ada", "later");

        ReservationRules.Check(_room, _now, _now.AddHours(1), old, _now, startIsNew: true, before: old).All.Should().BeEmpty();
        ReservationRules.Check(_room, _now, _now.AddHours(1), old with { Purpose = "Exams\u202e" }, _now, startIsNew: true, before: old).All
            .Should().ContainSingle(error => error.Letter == '\u202e');
    }

    [Fact]
    public void Check_RoomIsGoneOrUnknown_IsNoRoom()
    {
        var gone = new Room { Id = 1, Code = "R1", Name = "R1", IsActive = false };

        foreach (var room in new[] { gone, null })
        {
            ReservationRules.Check(room, _now, _now.AddHours(1), _details, _now, startIsNew: true).All
                .Should().Equal(new ReservationError(Field.Room, Problem.UnknownRoom));
        }
    }

    /// <summary>A day says no more than its times do: wrong where each of them is.</summary>
    [Theory]
    [InlineData("2026-11-22", Problem.StartsInThePast)]
    [InlineData("2026-11-23", null)]
    [InlineData("2029-11-25", null)]
    [InlineData("2029-11-26", Problem.TooFarAhead)]
    public void ProblemOf_Day_IsThatOfAllItsMinutes(string text, Problem? problem)
    {
        var calendar = CampusCalendar.Of("Europe/Lisbon");
        var day = DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var slot = calendar.Day(day);

        ReservationRules.ProblemOf(day, calendar, _now).Should().Be(problem);
        var minutes = Enumerable.Range(0, (int)slot.Length.TotalMinutes).Select(minute => slot.Start.AddMinutes(minute))
            .Select(start => ReservationRules.Check(_room, start, start.AddHours(1), _details, _now, startIsNew: true).All)
            .Select(refused => refused is [var first, ..] ? first.Problem : default(Problem?));
        if (problem is null)
        {
            minutes.Should().Contain(default(Problem?));
        }
        else
        {
            minutes.Should().OnlyContain(found => found == problem);
        }
    }
}
