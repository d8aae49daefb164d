// @ts-check
// From the server's commit to the pixel: how long changes took until they were painted here, the last hundred.

const remembered = 100;

export class Freshness {
  #times = new Float64Array(remembered);
  #count = 0;
  /** Changes that were not painted, since the page was hidden. */
  unseen = 0;
  /** @type {number | null} */
  #waiting = null;
  #clock;

  /** @param {import('./server-clock.js').ServerClock} clock */
  constructor(clock) {
    this.#clock = clock;
  }

  /**
   * A change is about to be painted.
   * @param {number} timestamp of its message
   */
  measure(timestamp) {
    if (document.hidden) {
      this.unseen++;
      return;
    }

    if (this.#waiting !== null) {
      // Painted together with one that came before.
      return;
    }

    this.#waiting = timestamp;
    // The first frame draws it, at the second it is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const from = /** @type {number} */ (this.#waiting);
      this.#waiting = null;
      this.#times[this.#count++ % remembered] = Math.max(0, this.#clock.now() - from);
    }));
  }

  /** Milliseconds of the last hundred changes. */
  get times() {
    return Array.from(this.#times.subarray(0, Math.min(this.#count, remembered)), Math.round);
  }
}
