using FluentAssertions;
using RoomMonitor.Domain.Time;
using Xunit;

namespace RoomMonitor.Tests.Domain.Time;

public sealed class WholeMinutesTests
{
    private static readonly DateTime _minute = new(2026, 11, 29, 8, 15, 0, DateTimeKind.Utc);

    [Fact]
    public void AtOrBefore_WithinAMinute_IsItsBeginning()
    {
        WholeMinutes.AtOrBefore(_minute).Should().Be(_minute);
        WholeMinutes.AtOrBefore(_minute.AddMinutes(1).AddTicks(-1)).Should().Be(_minute).And.BeIn(DateTimeKind.Utc);
    }

    [Fact]
    public void AtOrAfter_WithinAMinute_IsTheNext()
    {
        WholeMinutes.AtOrAfter(_minute).Should().Be(_minute);
        WholeMinutes.AtOrAfter(_minute.AddTicks(1)).Should().Be(_minute.AddMinutes(1)).And.BeIn(DateTimeKind.Utc);
    }
}
