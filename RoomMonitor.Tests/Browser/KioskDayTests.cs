using Microsoft.Playwright;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>A day of a door panel and some hours of an overview, in which a second takes no time: 10,000 messages and 1,500, and nothing that grows.</summary>
[Collection(ScreenCollection.Name)]
[Trait("Category", "Long")]
public sealed class KioskDayTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    /// <summary>Milliseconds; 10,000 of them are a day.</summary>
    private const long MessageEvery = 8_640;

    // The server's side of the screen, in the page itself, so that it keeps step with a clock that is driven.
    private const string Server = """
        (() => {
          const messageEvery = 8_640;
          const heartbeatEvery = 30_000;
          let slots = [];
          let ids = 1_000_000;
          let sequence = 1;
          const data = () => JSON.parse(document.getElementById('kiosk').textContent);
          const now = () => Date.parse(data().server_time) + performance.now();
          const iso = time => new Date(time).toISOString();
          const wire = room => {
            slots = slots.filter(slot => Date.parse(slot.end) > now() - 86_400_000);
            const { claim, ...first } = data().rooms.find(candidate => candidate.room_id === room);
            return { ...first, slots, timestamp: iso(now()), until: iso(now() + 86_400_000) };
          };

          window.told = 0;
          window.WebSocket = class extends EventTarget {
            static OPEN = 1;
            readyState = 0;
            constructor(url) {
              super();
              this.rooms = data().rooms.map(room => room.room_id);
              this.isOverview = String(url).includes('overview');
              setTimeout(async () => {
                this.rules = await import('/js/kiosk/schedule.js');
                this.readyState = 1;
                this.dispatchEvent(new Event('open'));
                this.status();
                this.beat = setInterval(() => this.status('heartbeat'), heartbeatEvery);
                this.news = setInterval(() => this.change(), messageEvery);
              }, 5);
            }
            send() { queueMicrotask(() => this.status()); }
            close() { clearInterval(this.beat); clearInterval(this.news); this.readyState = 3; }
            of(room) {
              const state = this.rules.stateAt(this.rules.read(wire(room)), now());
              return {
                room_id: room, occupancy_status: state.status, next_available_at: state.heldUntil && iso(state.heldUntil), free_until: state.freeUntil && iso(state.freeUntil),
                current_attendees: state.current?.attendees ?? 0, current_reservation_id: state.current?.id ?? null,
              };
            }
            tell(message) {
              window.told++;
              this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ ...message, sequence, epoch: 'day', timestamp: iso(now()) }) }));
            }
            status(type) {
              this.tell(this.isOverview
                ? { type: type ?? 'rooms.status', rooms: this.rooms.map(room => this.of(room)) }
                : { type: type ?? 'room.status', status: this.of(this.rooms[0]) });
            }
            change() {
              const room = this.rooms[0];
              const last = slots.at(-1);
              sequence++;
              let slot = last;
              const isEnd = last && Date.parse(last.end) > now();
              if (isEnd) {
                slots = slots.slice(0, -1);
              } else {
                slot = { start: iso(now() + 2_000), end: iso(now() + 600_000), kind: 'reservation', status: 'confirmed', attendees: 3, reservation_id: ids++ };
                slots = [...slots.slice(-20), slot];
              }

              const event = isEnd ? 'cancelled' : 'created';
              const reservation = { ...slot, id: slot.reservation_id, room_id: room, status: isEnd ? 'cancelled' : 'confirmed' };
              this.tell({
                type: this.isOverview ? 'room.update' : `reservation.${event}`, event_type: event, room_id: room, reservation_id: slot.reservation_id, reservation, status: this.of(room),
              });
            }
          };
          const real = window.fetch;
          window.fetch = async (address, init) => {
            if (String(address).includes('/schedule/')) {
              const found = data().rooms.map(room => wire(room.room_id));
              return new Response(JSON.stringify(String(address).includes('rooms/schedule') ? found : found[0]), { headers: { Date: new Date().toUTCString() } });
            }

            return String(address).includes('/kiosk/version') ? new Response(JSON.stringify({ version: data().version })) : real(address, init);
          };
        })();
        """;

    [Theory]
    [InlineData("/kiosk/rooms/6", 10_000)]
    [InlineData("/kiosk/overview?building=Main%20Building", 1_500)]
    public async Task Screen_OfADay_DoesNotGrow(string path, int messages)
    {
        await using var screen = await KioskScreen.OpenAsync(
            chromium, demo.Server.Address, path, TimeProvider.System.GetUtcNow().UtcDateTime, prepare: page => page.AddInitScriptAsync(Server));
        var browser = await screen.Page.Context.NewCDPSessionAsync(screen.Page);
        await screen.Page.EvaluateAsync("window.untouched = true");

        await PassAsync(500);
        var (heap, nodes) = await MemoryAsync();
        await PassAsync(messages - 500);
        var (heapAfter, nodesAfter) = await MemoryAsync();
        (await screen.Page.EvaluateAsync<int>("window.told")).Should().BeGreaterThanOrEqualTo(messages);
        (await screen.Page.EvaluateAsync<bool>("window.untouched === true")).Should().BeTrue("the page was not loaded again");
        await Assertions.Expect(screen.Page.Locator("body.s-unknown, .row.s-unknown")).ToHaveCountAsync(0);
        nodesAfter.Should().BeLessThanOrEqualTo(nodes + 30, "elements are used again");
        (heapAfter / heap).Should().BeLessThan(1.1, "{0:N0} bytes after the first 500 messages became {1:N0}", heap, heapAfter);

        // From one message to the next, with what is due between them: each second by itself would take half an hour.
        async Task PassAsync(int count)
        {
            for (var message = 0; message < count; message++)
            {
                await screen.Page.Clock.FastForwardAsync(MessageEvery);
            }
        }

        async Task<(double Heap, int Nodes)> MemoryAsync()
        {
            await browser.SendAsync("HeapProfiler.collectGarbage");
            await browser.SendAsync("HeapProfiler.collectGarbage");
            var usage = (await browser.SendAsync("Runtime.getHeapUsage"))!.Value;
            return (usage.GetProperty("usedSize").GetDouble(), await screen.Page.EvaluateAsync<int>("document.querySelectorAll('*').length"));
        }
    }
}
