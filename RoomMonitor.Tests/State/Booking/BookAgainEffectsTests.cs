using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RoomMonitor.Data;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Features.Booking;

namespace RoomMonitor.Tests.State.Booking;

public sealed class BookAgainEffectsTests
{
    /// <summary>The number stands in an address, which anybody can write.</summary>
    [Fact]
    public async Task OnRequested_SomebodyElses_TellsNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var room = await database.AddRoomAsync();
        var (owner, other) = (new UserAccount { UserName = "ines" }, new UserAccount { UserName = "rui" });
        await using (var context = database.Open())
        {
            context.AddRange(owner, other);
            await context.SaveChangesAsync();
        }

        var booked = await database.Reservations.CreateAsync(
            new ReservationDraft(room.Id, TestDatabase.Now.AddHours(1), TestDatabase.Now.AddHours(2), new ReservationDetails("Job interview", 3)),
            new Caller(new Actor(owner.Id, owner.UserName), IsAdministrator: false),
            default);

        (await AskAsync(other.Id)).IsEmpty.Should().BeTrue();
        (await (await AskAsync(owner.Id)).NextAsync<BookAgainRead>()).Should().Be(new BookAgainRead(booked.Id, "Job interview"));

        async Task<RecordingDispatcher> AskAsync(int userId)
        {
            var dispatcher = new RecordingDispatcher();
            var effects = new BookAgainEffects(
                new ReservationQueries(database.Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>()), new CircuitCaller(new SignedInAs(userId)), NullLogger<BookAgainEffects>.Instance);
            await effects.OnRequestedAsync(new BookAgainRequested(booked.Id), dispatcher);
            return dispatcher;
        }
    }
}
