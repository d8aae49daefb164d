// What a page hands to itself over a reload that it does by itself, when the server was restarted: since when it was cut off, and
// where it was scrolled to. The address says the rest.
const key = 'room-monitor.return';
const patience = 5_000;
const settling = 1_000;

/** Loads the page anew, to come back to this place. */
export function reload(since) {
  sessionStorage.setItem(key, JSON.stringify({ since, address: location.href, x: scrollX, y: scrollY }));
  location.reload();
}

/** What the page before this one has left; null after any other navigation. Taken once. */
export function takeReturn() {
  const left = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  sessionStorage.removeItem(key);
  return left?.address === location.href ? left : null;
}

/**
 * Scrolls back to where the page was, once it is long enough again, unless somebody has begun to scroll.
 * @param isThere whether the page is the one meant by now
 */
export function scrollBack({ x, y }, isThere = () => true) {
  let until = performance.now() + patience;
  const given = new AbortController();
  for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    addEventListener(type, () => given.abort(), { signal: given.signal, passive: true });
  }

  const attempt = () => {
    if (given.signal.aborted) {
      return;
    }

    if (!isThere()) {
      // Still the page before.
    } else if (Math.abs(scrollY - y) > 1 || Math.abs(scrollX - x) > 1) {
      scrollTo({ left: x, top: y, behavior: 'instant' });
    } else {
      // There; what is still being put in may push it away once more.
      until = Math.min(until, performance.now() + settling);
    }

    if (performance.now() < until) {
      requestAnimationFrame(attempt);
    } else {
      given.abort();
    }
  };
  attempt();
}
