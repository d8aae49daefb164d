using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Reservations;

namespace RoomMonitor.Tests.Components.Reservations;

public sealed class ExtendChoicesTests
{
    private static readonly TimeSlot _slot = new(Campus.At("14:00"), Campus.At("15:00"));

    [Fact]
    public void Of_NobodyFollows_OffersBothSteps() => Ends(Own()).Should().Equal(("15:30", false), ("16:00", false));

    [Fact]
    public void Of_SomebodyFollowsLater_OffersUntilThen() =>
        Ends(Own(), Campus.Reservation("16:30", "17:00", id: 2)).Should().Equal(("15:30", false), ("16:00", false), ("16:30", true));

    [Fact]
    public void Of_SomebodyFollowsSoon_OffersNoStepPastIt() =>
        Ends(Own(), Campus.Reservation("15:45", "17:00", id: 2)).Should().Equal(("15:30", false), ("15:45", true));

    [Fact]
    public void Of_SomebodyFollowsAtAStep_OffersItOnce() =>
        Ends(Own(), Campus.Reservation("16:00", "17:00", id: 2)).Should().Equal(("15:30", false), ("16:00", true));

    [Fact]
    public void Of_SomebodyFollowsAtOnce_OffersNothing() => Ends(Own(), Campus.Reservation("15:00", "17:00", id: 2)).Should().BeEmpty();

    [Fact]
    public void Of_RoomIsClosedAcrossTheEnd_OffersNothing() => Ends(Own(), Campus.Blackout("14:30", "18:00")).Should().BeEmpty();

    [Fact]
    public void Of_SomebodyFollowsTomorrow_IsNoChoice() =>
        Ends(Own(), Campus.Reservation("2026-11-25 08:00", "2026-11-25 09:00", id: 2)).Should().Equal(("15:30", false), ("16:00", false));

    private static Hold Own() => new(_slot, 1, 4);

    private static IEnumerable<(string, bool)> Ends(params Hold[] holds) =>
        ExtendChoices.Of(Campus.Room(holds).Schedule, 1, _slot).Select(choice => (Campus.Calendar.TimeOfDay(choice.End), choice.IsUntilNext));
}
