// Beside RoomMonitorGrid: tells the server which part of the list can be seen, and lets cards glide to a new place.

/** Who presses within this time of a new order had seen the old one. */
const reaction = 600;

const reduced = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * @param {HTMLElement} root the list; data-from, data-to: the rendered part of it, data-total: its height, in pixels
 * @param grid the .NET object that is told
 */
export function attach(root, grid) {
  let told = '';
  let busy = false;
  let again = false;
  let frame = 0;
  let places = new Map();
  let moved = { at: -reaction, places };

  function look() {
    const start = root.querySelector('[data-start]');
    const room = root.querySelector('.cell, tr[data-room]');
    if (!start || !room) {
      return null;
    }

    const cards = root.querySelector('.cards');
    return {
      columns: cards ? getComputedStyle(cards).gridTemplateColumns.split(' ').length : 1,
      rowHeight: room.getBoundingClientRect().height,
      headingHeight: root.querySelector('[data-heading]')?.getBoundingClientRect().height ?? 0,
      top: -start.getBoundingClientRect().top,
      height: window.innerHeight,
    };
  }

  function isNews(seen) {
    const shape = `${seen.columns} ${seen.rowHeight} ${seen.headingHeight} ${!!root.querySelector('.cards')}`;
    const reach = seen.height / 2;
    const { from, to, total } = root.dataset;
    const news = shape !== told
      || Math.max(0, seen.top - reach) < Number(from)
      || Math.min(Number(total), seen.top + seen.height + reach) > Number(to);
    told = shape;
    return news;
  }

  async function measure() {
    if (busy) {
      again = true;
      return;
    }

    const seen = look();
    if (!seen || !isNews(seen)) {
      return;
    }

    busy = true;
    try {
      await grid.invokeMethodAsync('OnViewportChanged', seen);
    } catch {
      // The connection is down: the list stays as it is until it is back.
      told = '';
    } finally {
      busy = false;
    }

    if (again) {
      again = false;
      soon();
    }
  }

  function soon() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      measure();
    });
  }

  // Before it is printed by the keys, the whole list is drawn. The browser's menu waits for nobody: then a line on the paper says what is missing.
  async function print(event) {
    const isPrint = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'p';
    const { from, to, total } = root.dataset;
    const seen = isPrint && (Number(from) > 0 || Number(to) < Number(total)) ? look() : null;
    if (!seen) {
      return;
    }

    event.preventDefault();
    try {
      await grid.invokeMethodAsync('OnViewportChanged', { ...seen, height: Number(total) });
    } catch {
      // The connection is down: the line says it.
    }

    window.print();
    told = '';
    soon();
  }

  const sizes = new ResizeObserver(soon);
  sizes.observe(root);
  addEventListener('scroll', soon, { passive: true, capture: true });
  addEventListener('resize', soon);
  addEventListener('keydown', print);
  soon();

  const rooms = () => root.querySelectorAll('[data-room]');

  /** Nothing opens that has just come under the finger. */
  function onClick(event) {
    const room = event.target.closest?.('[data-room]');
    if (!room || event.detail === 0 || performance.now() - moved.at > reaction) {
      return;
    }

    const was = moved.places.get(room.dataset.room);
    if (!was || event.clientX < was.left || event.clientX > was.right || event.clientY < was.top || event.clientY > was.bottom) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  root.addEventListener('click', onClick, { capture: true });

  return {
    measure: soon,

    remember() {
      places = new Map([...rooms()].map(room => [room.dataset.room, room.getBoundingClientRect()]));
    },

    glide() {
      const before = places;
      places = new Map();
      moved = { at: performance.now(), places: before };
      if (reduced.matches) {
        return;
      }

      for (const room of rooms()) {
        const was = before.get(room.dataset.room);
        const is = room.getBoundingClientRect();
        if (was && (was.left !== is.left || was.top !== is.top)) {
          room.animate(
            [{ transform: `translate(${was.left - is.left}px, ${was.top - is.top}px)` }, { transform: 'none' }],
            { duration: 320, easing: 'cubic-bezier(.2, 0, 0, 1)' });
        }
      }
    },

    dispose() {
      sizes.disconnect();
      root.removeEventListener('click', onClick, { capture: true });
      removeEventListener('scroll', soon, { capture: true });
      removeEventListener('resize', soon);
      removeEventListener('keydown', print);
      cancelAnimationFrame(frame);
    },
  };
}
