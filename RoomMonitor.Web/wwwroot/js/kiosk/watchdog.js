// @ts-check
// Loads a page again that is stuck. A page whose scripts hang altogether is covered by the browser itself: beat() puts that off.
import { reload } from './reload.js';

const stuckAfter = 30_000;
const looksEvery = 10_000;
const beatsEvery = 5_000;
const mostErrors = 10;
const errorsOf = 600_000;

export class Watchdog {
  #beat = performance.now();
  #shown = -Infinity;
  #errors = 0;
  #since = performance.now();

  constructor() {
    addEventListener('error', () => this.failed());
    addEventListener('unhandledrejection', () => this.failed());
    setInterval(() => {
      const now = performance.now();
      if (!document.hidden && now - this.#beat > stuckAfter) {
        reload('stuck');
      }
    }, looksEvery);
  }

  /** The page has just been drawn. */
  beat() {
    const now = performance.now();
    this.#beat = now;
    if (now - this.#shown > beatsEvery) {
      // Begins the animation anew that would cover the page (.lapse in kiosk.css).
      this.#shown = now;
      const root = document.documentElement;
      root.dataset.beat = root.dataset.beat === '0' ? '1' : '0';
    }
  }

  /** Something went wrong that nobody waited for. */
  failed() {
    const now = performance.now();
    if (now - this.#since > errorsOf) {
      this.#since = now;
      this.#errors = 0;
    }

    if (++this.#errors >= mostErrors) {
      this.#errors = 0;
      reload('errors');
    }
  }
}
