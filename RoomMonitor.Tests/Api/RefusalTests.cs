using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Locking;
using RoomMonitor.Data.Profiles;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Series;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Features.Booking;

namespace RoomMonitor.Tests.Api;

/// <summary>What goes wrong has one answer, whichever edge gives it.</summary>
public sealed class RefusalTests
{
    /// <summary>
    /// What isn't answered by kind: a server that doesn't start, the page of the screens, and rooms of a profile, whose answer the route knows.
    /// </summary>
    private static readonly Type[] _others =
        [typeof(DatabaseUnavailableException), typeof(KioskNotFoundException), typeof(UnknownRoomsException)];

    private static readonly (Exception Wrong, RefusalKind Kind, int Status)[] _answers =
    [
        (new InvalidReservationException(ReservationField.Start, ReservationProblem.StartsInThePast), RefusalKind.Invalid, 400),
        (new UnknownAccountException(), RefusalKind.SignedOut, 401),
        (new NotAllowedException("No."), RefusalKind.NotAllowed, 403),
        (new ReservationNotFoundException(7), RefusalKind.Gone, 404),
        (new SeriesNotFoundException(7), RefusalKind.Gone, 404),
        (new SlotTakenException([], isClosed: false), RefusalKind.Taken, 409),
        (new SlotTakenException([], isClosed: true), RefusalKind.Closed, 409),
        (new SeriesConflictException([]), RefusalKind.SeriesTaken, 409),
        (new ReservationTransitionException("No."), RefusalKind.NotChangeable, 409),
        (new ReservationMovedException("No."), RefusalKind.MovedMeanwhile, 409),
        (new RequestKeyException(), RefusalKind.KeyUsed, 422),
        (new BookingLimitException(new Actor(1, "Ada"), 30, TimeSpan.FromMinutes(1)), RefusalKind.TooMany, 429),
        (new DatabaseBusyException("Locked."), RefusalKind.Busy, 503),
        (new DbUpdateConcurrencyException(), RefusalKind.Busy, 503),
    ];

    [Fact]
    public void Of_EachException_HasItsKindAndStatus()
    {
        foreach (var (wrong, kind, status) in _answers)
        {
            var refusal = Refusal.Of(wrong)!;

            (refusal.Kind, refusal.Status).Should().Be((kind, status), wrong.GetType().Name);
            ApiProblems.Of(wrong)!.Status.Should().Be(status);
            ApiProblems.Of(wrong)!.Detail.Should().Be(refusal.Words).And.NotBeEmpty();
        }
    }

    [Fact]
    public void Of_Exceptions_AreAllThatRulesAndDataThrow()
    {
        var thrown = new[] { typeof(InvalidReservationException), typeof(SlotTakenException) }
            .SelectMany(type => type.Assembly.GetTypes()).Where(type => type.IsAssignableTo(typeof(Exception)));

        var answered = _answers.Select(answer => answer.Wrong.GetType()).Distinct().Except([typeof(DbUpdateConcurrencyException)]);
        thrown.Except(_others).Should().BeEquivalentTo(answered);
    }

    [Fact]
    public void Of_SomethingElse_IsNone() => Refusal.Of(new InvalidOperationException()).Should().BeNull();

    [Fact]
    public void Code_OfErrorFrames_IsThatOfTheProtocol() =>
        new[] { Refusal.BadJson.Code, Refusal.UnknownType.Code }.Should().Equal("bad_json", "unknown_type");

    /// <summary>A page says of each kind what it is, and of nothing else that nothing was booked.</summary>
    [Theory]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    public void Words_OfEachKind_AreItsOwn(string culture)
    {
        using var _ = new InCulture(culture);
        var ofPages = _answers.Select(answer => answer.Kind).Distinct().Except([RefusalKind.Invalid, RefusalKind.KeyUsed]).ToList();

        ofPages.Select(kind => RefusalWords.OfChange(kind)).Append(RefusalWords.OfChange(null)).Should().OnlyHaveUniqueItems();
        ofPages.Except([RefusalKind.Gone, RefusalKind.NotChangeable, RefusalKind.MovedMeanwhile])
            .Select(kind => RefusalWords.OfBooking(kind)).Should().NotContain(RefusalWords.OfBooking(null));
    }
}
