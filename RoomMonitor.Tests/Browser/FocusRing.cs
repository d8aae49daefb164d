using Microsoft.Playwright;

namespace RoomMonitor.Tests.Browser;

/// <summary>Goes through a page by the Tab key, and tells where nobody could see the focus.</summary>
internal static class FocusRing
{
    private const int MostStops = 120;

    /// <summary>
    /// At each stop: a solid outline of at least two pixels, on the element or on what it is the only part of, with 3:1 against its ground in either theme (WCAG 2.2, 1.4.11), and
    /// no more than one side of it cut off: a list to swipe through scrolls for the next stop only when nothing of it is seen.
    /// </summary>
    private const string Watch = """
        () => {
          const channels = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
          const isOpaque = colour => (channels(colour)[3] ?? 1) === 1;
          const light = colour => {
            const [r, g, b] = channels(colour).map(value => value / 255).map(value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          const contrast = (one, other) => (Math.max(light(one), light(other)) + .05) / (Math.min(light(one), light(other)) + .05);
          const nameOf = item => `${item.tagName.toLowerCase()}.${item.className} "${(item.getAttribute('aria-label') ?? item.textContent).trim().slice(0, 40)}"`;
          const groundOf = item => {
            for (; item; item = item.parentElement) {
              const { backgroundColor } = getComputedStyle(item);
              if (isOpaque(backgroundColor)) {
                return backgroundColor;
              }
            }

            return 'rgb(255, 255, 255)';
          };
          const ringOf = item => {
            for (let place = item, steps = 0; place && steps < 6; place = place.parentElement, steps++) {
              const style = getComputedStyle(place);
              if (style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2 && isOpaque(style.outlineColor)) {
                return { place, style };
              }
            }

            return null;
          };
          const sidesCut = ({ place, style }) => {
            const box = place.getBoundingClientRect();
            const reach = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth) - 1;
            const cut = new Set();
            for (let around = place.parentElement; around && around !== document.body; around = around.parentElement) {
              const { overflowX, overflowY } = getComputedStyle(around);
              const edge = around.getBoundingClientRect();
              if (overflowX !== 'visible') {
                box.left - reach < edge.left && cut.add('left');
                box.right + reach > edge.right && cut.add('right');
              }

              if (overflowY !== 'visible') {
                box.top - reach < edge.top && cut.add('top');
                box.bottom + reach > edge.bottom && cut.add('bottom');
              }
            }

            return [...cut];
          };

          const root = document.documentElement;
          window.stops = 0;
          window.unseen = [];
          if (window.watchesFocus) {
            return;
          }

          window.watchesFocus = true;
          document.addEventListener('focusin', ({ target }) => {
            window.stops++;
            const complain = what => window.unseen.push(`${nameOf(target)}: ${what}`);
            const theme = root.dataset.theme;
            for (const other of ['light', 'dark']) {
              root.dataset.theme = other;
              const ring = ringOf(target);
              if (!ring) {
                complain('no ring');
                break;
              }

              const ground = groundOf(parseFloat(ring.style.outlineOffset) < 0 ? ring.place : ring.place.parentElement);
              if (contrast(ring.style.outlineColor, ground) < 3) {
                complain(`${ring.style.outlineColor} on ${ground}`);
              }
            }

            if (theme === undefined) {
              delete root.dataset.theme;
            } else {
              root.dataset.theme = theme;
            }

            const ring = ringOf(target);
            if (ring && sidesCut(ring).length > 1) {
              complain(`cut off: ${sidesCut(ring).join()}`);
            }
          });
        }
        """;

    /// <summary>Tabs once through the page, past the first two of the rooms in a list, or through what lies over it.</summary>
    /// <param name="most">Stops after which it ends at the latest: a dialog never lets the focus out.</param>
    /// <returns>How many stops there were, and what is wrong at which.</returns>
    public static async Task<(int Stops, string[] Unseen)> TabThroughAsync(IPage page, int most = MostStops)
    {
        // No transition is under way while colours are read.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync("[...document.querySelectorAll('[data-room]')].slice(2).forEach(room => { room.inert = true; })");
        await page.EvaluateAsync(Watch);
        for (var stop = 0; stop < most; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("document.activeElement === document.body"))
            {
                break;
            }
        }

        return (await page.EvaluateAsync<int>("window.stops"), await page.EvaluateAsync<string[]>("window.unseen"));
    }
}
