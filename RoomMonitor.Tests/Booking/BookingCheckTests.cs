using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Features.Booking;

namespace RoomMonitor.Tests.Booking;

/// <summary>The booking form refuses what the service refuses, and nothing else.</summary>
public sealed class BookingCheckTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 9, 30, 42, DateTimeKind.Utc);
    private static readonly Room _room = new() { Id = 1, Code = "R1", Name = "R1", Capacity = 20 };

    public static TheoryData<double, double, string, int> Requests()
    {
        var all = new TheoryData<double, double, string, int>();
        double[] starts = [-3000, -1, -0.7, 0, 0.3, 60, 3 * 366 * 1440, (3 * 366 * 1440) + 30, (3 * 366 * 1440) + 2000];
        foreach (var start in starts)
        {
            foreach (var minutes in new[] { 0.5, 60, 31 * 1440, (31 * 1440) + 1 })
            {
                all.Add(start, minutes, "Seminar", 5);
            }
        }

        (string, int)[] others =
        [
            (" ", 5), (new string('x', 500) + "  ", 5), (new string('x', 501), 5), ("Exam\u202e", 5), ("Seminar", 0), ("Seminar", 20), ("Seminar", 21),
        ];
        foreach (var (purpose, people) in others)
        {
            all.Add(60, 60, purpose, people);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Of_Form_IsRefusedWhereTheServiceRefuses(double startsIn, double minutes, string purpose, int people)
    {
        var slot = new TimeSlot(_now.AddMinutes(startsIn), _now.AddMinutes(startsIn + minutes));
        var details = new ReservationDetails(purpose.Trim(), people);
        var expected = ReservationRules.Check(_room, slot.Start, slot.End, details, _now, startIsNew: true);

        var check = BookingCheck.Of(BookingForm.Of(slot, Timetable.Lisbon, purpose, people), _room, Timetable.Lisbon, _now);

        check.Errors.IsEmpty.Should().Be(expected.All.Count == 0);
        (check.Request is not null).Should().Be(expected.All.Count == 0);
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    public void Words_OfEachFieldAndProblem_AreThere(string culture)
    {
        using var _ = new InCulture(culture);
        var errors = from field in Enum.GetValues<ReservationField>()
                     from problem in Enum.GetValues<ReservationProblem>()
                     select new ReservationError(field, problem) { Room = _room, Letter = '\u202e', Day = new DateOnly(2026, 11, 23) };

        foreach (var error in errors)
        {
            new[] { RefusalWords.Of(error), RefusalWords.Beside(error), WireErrors.MessageOf(error), WireErrors.NameOf(error.Field) }
                .Should().OnlyContain(words => words.Length > 1);
        }
    }

    [Fact]
    public void Names_OnTheWire_AreOneForEachField()
    {
        var fields = Enum.GetValues<ReservationField>();

        fields.Select(field => WireErrors.NameOf(field)).Should().OnlyHaveUniqueItems();
        fields.Where(field => WireErrors.NameOf(field, onTheCampusClock: true) != WireErrors.NameOf(field))
            .Should().Equal(ReservationField.Start, ReservationField.End);
    }
}
