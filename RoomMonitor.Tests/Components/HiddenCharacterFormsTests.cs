using RoomMonitor.Data.Kiosks;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Booking;
using RoomMonitor.Web.Hosting.Commands;
using RoomMonitor.Web.Kiosks.Fleet;

namespace RoomMonitor.Tests.Components;

/// <summary>Each place in which a person writes something that others read asks the same question.</summary>
public sealed class HiddenCharacterFormsTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("en-GB", "Exam\u202e", true)]
    [InlineData("de-DE", "Exam\u0007", true)]
    [InlineData("en-GB", "Exam \u05d0\u200f", false)]
    public void Booking_Purpose_IsRefusedAtItsField(string culture, string purpose, bool isRefused)
    {
        using var _ = new InCulture(culture);
        var room = new Room { Id = 1, Code = "R1", Name = "R1", Building = "Main", Capacity = 20 };
        var slot = new TimeSlot(_now.AddHours(1), _now.AddHours(2));

        var check = BookingCheck.Of(BookingForm.Of(slot, Timetable.Lisbon, purpose), room, Timetable.Lisbon, _now);

        check.Errors.ContainsKey(BookingField.Purpose).Should().Be(isRefused);
        (check.Request is null).Should().Be(isRefused);
        if (isRefused)
        {
            check.Errors[BookingField.Purpose].Should().Contain("(U+").And.NotContain(purpose[^1..]);
        }
    }

    [Theory]
    [InlineData("Door\u202e", null, false)]
    [InlineData("Door\n1", null, false)]
    [InlineData("Door", "Main\u2066", false)]
    [InlineData("Door", "Main", true)]
    public void Kiosk_NameAndBuilding_AreRefused(string name, string? building, bool isPossible)
    {
        new KioskDraft(name, KioskKind.Overview, null, building, null, false, false).IsPossible.Should().Be(isPossible);
        (new KioskForm { Name = name }.NameError is null).Should().Be(name == "Door");
    }

    [Theory]
    [InlineData("ada\u202e@example.edu")]
    [InlineData("ada@example.edu\u001b[2J")]
    [InlineData("ada")]
    public async Task CreateAdmin_EMail_IsRefusedBeforeAnythingIsOpened(string email) =>
        (await new CreateAdminCommand().RunAsync(null!, [email], default)).Should().Be(CommandTable.Refused);
}
