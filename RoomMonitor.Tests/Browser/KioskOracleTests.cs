using System.Globalization;
using System.Text.Json;
using CsCheck;
using Microsoft.Playwright;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Domain.Occupancy;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Tests.Browser;

/// <summary>What a screen tells from a schedule by itself (js/kiosk/schedule.js) is what the server tells, at each instant that the schedule reaches.</summary>
[Collection(ScreenCollection.Name)]
public sealed class KioskOracleTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    // As a screen does: a state is used until it says that it changes.
    private const string Compare = """
        async text => {
          const cases = JSON.parse(text);
          const { read, stateAt, minutesUntil, agrees } = await import('/js/kiosk/schedule.js');
          const wrong = [];
          for (const { schedule: wire, statuses } of cases) {
            const schedule = read(wire);
            let known = null;
            for (const { at, status } of statuses) {
              const now = Date.parse(at);
              known = known === null || now >= known.changesAt ? stateAt(schedule, now) : known;
              const until = status.free_until === null || Date.parse(status.free_until) >= schedule.until ? null : Date.parse(status.free_until);
              const expected = JSON.stringify([
                status.occupancy_status, status.next_available_at && Date.parse(status.next_available_at), until,
                status.current_attendees, status.current_reservation_id, status.time_until_free]);
              const actual = JSON.stringify([
                known.status, known.heldUntil, known.freeUntil, known.current?.attendees ?? 0, known.current?.id ?? null,
                known.heldUntil === null ? null : minutesUntil(known.heldUntil, now)]);
              if (actual !== expected || !agrees(schedule, status, now)) {
                wrong.push({ at, expected, actual, slots: wire.slots });
              }
            }
          }
          return JSON.stringify(wrong.slice(0, 3));
        }
        """;

    [Fact]
    public Task StateAt_RandomSchedules_IsTheServers() => AgreesAsync(60);

    [Fact]
    [Trait("Category", "Long")]
    public Task StateAt_ManyRandomSchedules_IsTheServers() => AgreesAsync(600);

    private async Task AgreesAsync(int count)
    {
        ScheduleCase[] cases = [];
        Gen.Select(ScheduleGen.TwoDays, ScheduleGen.Weeks, (days, weeks) => new[] { days, weeks }).Array[count / 2]
            .Sample(generated => cases = [.. generated.SelectMany(pair => pair)], iter: 1, threads: 1);
        var page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync(new Uri(demo.Server.Address, "/health/live").ToString());

        foreach (var chunk in cases.Chunk(20))
        {
            var json = JsonSerializer.Serialize(chunk.Select(Told), WireJson.Options);

            (await page.EvaluateAsync<string>(Compare, json)).Should().Be("[]");
        }

        await page.CloseAsync();
    }

    /// <summary>A schedule as it is told at some instant, and the statuses around each boundary up to where it reaches.</summary>
    private static object Told(ScheduleCase scheduleCase)
    {
        var schedule = scheduleCase.Schedule();
        var oracle = scheduleCase.Oracle();
        var told = scheduleCase.From.AddTicks((scheduleCase.To - scheduleCase.From).Ticks / 3);
        var wire = WireSchedule.Of(schedule, CampusCalendar.Of(scheduleCase.TimeZone), told);
        var instants = scheduleCase.Boundaries(oracle)
            .Where(instant => instant > told && instant < wire.Until.AddMilliseconds(-1))
            .SelectMany(instant => new[] { instant.AddMilliseconds(-1), instant, instant.AddMilliseconds(1), instant.AddSeconds(30) })
            .Append(told)
            .Where(instant => instant >= told && instant < wire.Until)
            .Order();
        return new
        {
            schedule = wire,
            statuses = instants.Select(instant => new
            {
                at = instant.ToString("O", CultureInfo.InvariantCulture),
                status = WireRoomStatus.Of(schedule.StatusAt(instant)),
            }),
        };
    }
}
