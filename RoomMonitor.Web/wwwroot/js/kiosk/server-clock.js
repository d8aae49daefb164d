// @ts-check
// The server's clock in the browser. It counts with performance.now(), so that a clock that somebody sets changes nothing, and follows the
// timestamps of messages. Under Clock:StartAt these are campus time, which may be years away.

const remembered = 16;
const outlier = 5_000;

export class ServerClock {
  /** Server time less steady time, one for each message: never more than the truth, less by what the message was under way. */
  #offsets = new Float64Array(remembered).fill(-Infinity);
  #place = 0;
  #outliers = 0;
  #isNew = false;

  /** @param {number} offset a first guess */
  constructor(offset) {
    this.#offsets[0] = offset;
    this.offset = offset;
  }

  /**
   * A message has come.
   * @param {number} timestamp of the server, milliseconds
   * @param {number} [steady] when it came
   */
  hear(timestamp, steady = performance.now()) {
    const offset = timestamp - steady;
    if (!Number.isFinite(offset)) {
      return;
    }

    // One that was held up is nothing; two in a row are another clock.
    this.#outliers = offset < this.offset - outlier && !this.#isNew ? this.#outliers + 1 : 0;
    if (this.#outliers === 1) {
      return;
    }

    if (this.#outliers > 1) {
      this.reset();
    }

    this.#isNew = false;
    this.#place = (this.#place + 1) % remembered;
    this.#offsets[this.#place] = offset;
    this.offset = Math.max(...this.#offsets);
  }

  /** What was heard before no longer counts: another server answers. */
  reset() {
    this.#offsets.fill(-Infinity);
    this.#outliers = 0;
    this.#isNew = true;
  }

  /**
   * The steady clock stood still for so long, while the machine slept.
   * @param {number} slept milliseconds
   */
  skip(slept) {
    this.reset();
    // A guess: the next message is right.
    this.offset += slept;
  }

  /** Campus time, milliseconds. */
  now(steady = performance.now()) {
    return steady + this.offset;
  }
}
