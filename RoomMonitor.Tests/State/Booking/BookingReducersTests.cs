using System.Collections.Immutable;
using Fluxor;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Api.Problems;
using RoomMonitor.Web.Features.Booking;

namespace RoomMonitor.Tests.State.Booking;

public sealed class BookingReducersTests
{
    private static readonly TimeSlot _slot = new(Campus.At("14:15"), Campus.At("15:15"));
    private readonly BookingRequest _request = new(Guid.NewGuid(), 1, _slot, "Seminar", 4);

    [Fact]
    public void OnRequested_IsUnderWayUntilItIsAnswered()
    {
        var asked = BookingReducers.OnRequested(Initial(), new BookingRequested(_request));

        asked.UnderWay.Should().Equal(_request.Key);
        BookingReducers.OnSucceeded(asked, Success(_request)).UnderWay.Should().BeEmpty();
        BookingReducers.OnConflicted(asked, new BookingConflicted(Conflict())).UnderWay.Should().BeEmpty();
        BookingReducers.OnFailed(asked, new BookingFailed(_request, RefusalKind.Busy)).UnderWay.Should().BeEmpty();
        BookingReducers.OnRefused(asked, new BookingRefused(_request, ImmutableDictionary<ReservationField, string>.Empty)).UnderWay.Should().BeEmpty();
    }

    [Fact]
    public void OnSucceeded_AlternativeOfTheConflict_ClosesTheDialogAndIsTheFormsSuccess()
    {
        var state = BookingReducers.OnConflicted(Initial(), new BookingConflicted(Conflict()));
        var alternative = _request with { Key = Guid.NewGuid(), InsteadOf = _request.Key, RoomId = 2 };

        var after = BookingReducers.OnSucceeded(state, Success(alternative));

        after.Conflict.Should().BeNull();
        after.SuccessOf(_request.Key).Should().NotBeNull();
        after.SuccessOf(Guid.NewGuid()).Should().BeNull();
    }

    [Fact]
    public void OnSucceeded_AnotherIntent_LeavesTheDialogOpen()
    {
        var state = BookingReducers.OnConflicted(Initial(), new BookingConflicted(Conflict()));

        BookingReducers.OnSucceeded(state, Success(_request with { Key = Guid.NewGuid() })).Conflict.Should().NotBeNull();
    }

    [Fact]
    public void OnRequested_Again_ForgetsTheFailureBefore()
    {
        var failed = BookingReducers.OnFailed(Initial(), new BookingFailed(_request, null));
        failed.FailureOf(_request.Key).Should().NotBeNull();

        BookingReducers.OnRequested(failed, new BookingRequested(_request)).FailureOf(_request.Key).Should().BeNull();
    }

    [Fact]
    public void OnDismissed_ClosesTheDialog() =>
        BookingReducers.OnDismissed(BookingReducers.OnConflicted(Initial(), new BookingConflicted(Conflict()))).Conflict.Should().BeNull();

    internal static BookingSucceeded Success(BookingRequest request) => new(request, 12, request.RoomId, "Room 1.04", request.Slot, IsPending: false);

    private BookingConflict Conflict() => new(_request, Campus.Room().Room, [_slot], IsOwn: false, FreeSlotSearch.Nothing);

    /// <summary>As the store makes it.</summary>
    private static BookingState Initial()
    {
        using var services = new ServiceCollection().AddFluxor(options => options.ScanTypes(typeof(BookingState))).BuildServiceProvider();
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IState<BookingState>>().Value;
    }
}
