using System.Globalization;
using Microsoft.Playwright;
using RoomMonitor.Domain.Time;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms;
using RoomMonitor.Web.Shell;

namespace RoomMonitor.Tests.Browser;

/// <summary>
/// What the server paints and what the scripts paint of the same instant is the same, word by word and in the same order (docs/adr/0016).
/// </summary>
[Collection(ScreenCollection.Name)]
public sealed class ScreenPaintTests(ChromiumFixture chromium, DemoServerFixture demo)
{
    /// <summary>Time stands still at the instant of the page, and no news comes.</summary>
    private const string Still = """
        () => {
          window.at = 0;
          window.modules = {};
          window.failed = [];
          addEventListener('error', event => window.failed.push(event.message));
          window.setTimeout = window.setInterval = () => 0;
          window.WebSocket = class extends EventTarget { close() { } };
          console.debug = () => { };
          window.fetch = () => new Promise(() => { });
          Date.now = () => window.at;
          performance.now = () => 0;
          performance.getEntriesByType = () => [];
          Object.defineProperty(navigator, 'serviceWorker', { value: undefined });
          delete window.caches;
        }
        """;

    /// <summary>
    /// Runs the page's own module over it, as a screen does, and compares what is seen: elements in their order, classes, places on the line,
    /// words.
    /// </summary>
    private const string Paint = """
        async pages => {
          const seen = () => {
            const lines = [];
            const look = element => {
              if (element.hidden || element.matches('script, .lapse, #said, #identity')) {
                return;
              }

              const { style, dataset, classList, localName } = element;
              const words = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data.trim()).join(' ').trim();
              const wedge = element.closest('.row, body').matches('.s-ending') ? style.getPropertyValue('--left') : '';
              lines.push([localName, dataset.k, [...classList].join('.'), element.ariaLabel, style.left, style.width, wedge, words].filter(Boolean).join(' '));
              [...element.children].forEach(look);
            };
            look(document.body);
            return lines;
          };
          const wrong = [];
          for (const { name, script, html } of pages) {
            const page = new DOMParser().parseFromString(html, 'text/html');
            page.querySelectorAll('link, noscript').forEach(element => element.remove());
            page.querySelector('.rows')?.style.setProperty('--rows', '50');
            // Nobody looks: what isn't laid out costs nothing.
            page.documentElement.style.display = 'none';
            document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
            const first = seen();
            if (script in window.modules) {
              window.modules[script].start();
            } else {
              window.modules[script] = await import(`/js/kiosk/${script}.js`);
            }

            const then = seen();
            const differs = first.findIndex((line, index) => line !== then[index]);
            if (differs >= 0 || first.length !== then.length || window.failed.length > 0) {
              wrong.push(`${name}: "${first[differs]}" became "${then[differs]}" ${window.failed.join()}`);
            }
          }
          return wrong;
        }
        """;

    private const string Count = """
        async ([page, cases]) => {
          document.documentElement.innerHTML = page;
          document.documentElement.dataset.campusNow = '1970-01-01T00:00:00.000Z';
          document.documentElement.dataset.campusZone = 'Europe/Lisbon';
          await import('/js/countdown.js');
          await import('/js/clock.js');
          const written = (name, tags, attributes) => {
            const element = document.createElement(name);
            element.append(...tags.map(tag => document.createElement(tag)));
            for (const [key, value] of Object.entries(attributes)) {
              element.setAttribute(key, value);
            }

            document.body.append(element);
            return [element.children[0].textContent, element.children[1].textContent].join('|');
          };
          return cases.map(({ now, form, until }) => {
            window.at = Date.parse(now);
            return form === null ? written('campus-clock', ['span', 'b', 'small'], {}) : written('room-countdown', ['small', 'span'], until === null ? { form } : { form, until });
          });
        }
        """;

    private static readonly (string Name, CountdownForm Form)[] _forms =
        [("free-in", CountdownForm.FreeIn), ("free-for", CountdownForm.FreeFor), ("today", CountdownForm.Today), ("brief", CountdownForm.Brief)];

    // An ordinary day, those of 23 and 25 hours, the turn of the year; a clock of twelve hours.
    [Theory]
    [InlineData("en-GB", "Europe/Lisbon", "2026-11-24")]
    [InlineData("de-DE", "Europe/Lisbon", "2026-03-29")]
    [InlineData("en-GB", "Europe/Lisbon", "2026-10-25")]
    [InlineData("en-US", "America/Chicago", "2026-12-31")]
    public async Task FirstPaint_EachStateOfADay_IsWhatTheScriptsPaint(string culture, string zone, string date)
    {
        using var language = new InCulture(culture);
        var pages = await new PaintedDay(zone, DateOnly.Parse(date, CultureInfo.InvariantCulture)).PagesAsync();
        pages.Should().HaveCountGreaterThan(150);
        var browser = await StillPageAsync();

        List<string> wrong = [];
        foreach (var some in pages.Chunk(100))
        {
            wrong.AddRange(await browser.EvaluateAsync<string[]>(Paint, some.Select(page => new { name = page.Name, script = page.Script, html = page.Html })));
        }

        await browser.CloseAsync();
        wrong.Should().BeEmpty();
    }

    /// <summary>The kind on pages with a circuit: countdowns and the clock, which the browser goes on to write.</summary>
    [Theory]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    [InlineData("en-US")]
    public async Task Countdown_EachStateOfADay_IsWhatTheScriptsWrite(string culture)
    {
        using var language = new InCulture(culture);
        var calendar = CampusCalendar.Of("Europe/Lisbon");
        var now = calendar.Day(new DateOnly(2026, 10, 25)).Start;
        List<(string? Name, CountdownForm Form, DateTime Now, DateTime? Until)> cases = [];
        for (var hour = 0; hour < 25; hour++, now = now.AddMinutes(59.7))
        {
            cases.Add((null, default, now, null));
            DateTime?[] ends =
            [
                null, now.AddMinutes(-1), now, now.AddMilliseconds(1), now.AddMinutes(59.99), now.AddHours(1), calendar.DayOf(now).End, calendar.DayOf(now).End.AddMilliseconds(-1),
                now.AddHours(24).AddSeconds(-30), now.AddHours(24), now.AddHours(51),
            ];
            cases.AddRange(_forms.SelectMany(_ => ends, (form, until) => ((string?)form.Name, form.Form, now, until)));
        }

        var browser = await StillPageAsync();
        var written = await browser.EvaluateAsync<string[]>(Count, new object[]
        {
            $"""<body><script type="application/json" id="texts">{BrowserTexts.Json()}</script></body>""",
            cases.Select(each => new { now = BrowserInstant.Rfc3339(each.Now), form = each.Name, until = BrowserInstant.Rfc3339(each.Until) }),
        });

        await browser.CloseAsync();
        written.Should().Equal(cases.Select(each => Said(each.Name is null, each.Form, each.Now, each.Until)));

        string Said(bool isClock, CountdownForm form, DateTime at, DateTime? until)
        {
            var (prefix, value) = isClock
                ? (CampusFormats.ShortDay(calendar.DateOf(at)), CampusFormats.Time(at, calendar))
                : RoomWords.Countdown(form, until, at, calendar);
            return $"{prefix}|{value}";
        }
    }

    private async Task<IPage> StillPageAsync()
    {
        var page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync(new Uri(demo.Server.Address, "/health/live").ToString());
        await page.EvaluateAsync(Still);
        return page;
    }
}
