// @ts-check
// Today's opening hours as a line. Its blocks are elements that are used again and again.
import { text } from './words.js';
import { mark, show } from './dom.js';

/** @typedef {import('./schedule.js').Slot} Slot */

/**
 * The blocks of a line, as shares of it.
 * @param {Slot[]} slots
 * @param {number} from
 * @param {number} to
 * @param {number} now
 * @returns {{ left: number, width: number, time: '' | 'past' | 'current' }[]}
 */
export function blocksOf(slots, from, to, now) {
  const share = (/** @type {number} */ instant) => Math.min(100, Math.max(0, (instant - from) / (to - from) * 100));
  return slots.filter(slot => slot.start < to && slot.end > from).map(slot => ({
    left: share(slot.start),
    width: share(slot.end) - share(slot.start),
    time: slot.end <= now ? 'past' : slot.start <= now ? 'current' : '',
  }));
}

export class Timeline {
  #day;
  #hours;
  #times;
  /** @type {HTMLElement} */
  #line;
  /** @type {HTMLElement} */
  #track;
  /** @type {HTMLElement | null} */
  #now;
  #date = -1;
  #from = 0;
  #to = 1;

  /**
   * @param {HTMLElement} line
   * @param {import('./campus-day.js').CampusDay} day
   * @param {[first: number, last: number]} hours of the clock, between which rooms are offered
   * @param {import('./words.js').Times} times
   */
  constructor(line, day, hours, times) {
    this.#line = line;
    this.#track = /** @type {HTMLElement} */ (line.querySelector('[data-k="track"]'));
    this.#now = line.querySelector('[data-k="now-line"]');
    this.#day = day;
    this.#hours = hours;
    this.#times = times;
  }

  /**
   * @param {Slot[]} slots
   * @param {number} now
   * @param {boolean} isKnown false: no block is the running one, and no line says where now is
   */
  draw(slots, now, isKnown) {
    const date = this.#day.now(now);
    if (date.day !== this.#date) {
      this.#date = date.day;
      this.#from = this.#day.at(date, this.#hours[0]);
      this.#to = this.#day.at(date, this.#hours[1]);
    }

    const blocks = blocksOf(slots, this.#from, this.#to, now);
    while (this.#track.children.length < blocks.length) {
      this.#track.append(document.createElement('span'));
    }

    [...this.#track.children].forEach((child, index) => {
      const element = /** @type {HTMLElement} */ (child);
      const block = blocks[index];
      show(element, block !== undefined);
      if (block) {
        mark(element, 'class', `block ${isKnown || block.time === 'past' ? block.time : ''}`);
        mark(element, 'style', `left:${block.left.toFixed(2)}%;width:${block.width.toFixed(2)}%`);
      }
    });
    const today = slots.filter(slot => slot.end > this.#from && slot.start < this.#to);
    const words = today.map(slot => text(slot.isClosure ? 'stripClosed' : 'stripHold', this.#times.time(slot.start), this.#times.time(slot.end)));
    mark(this.#line, 'aria-label', words.length === 0 ? text('stripEmpty') : text('strip', words.join(', ')));
  }

  /**
   * @param {number} now
   * @param {boolean} isKnown
   */
  moveNow(now, isKnown) {
    const at = (now - this.#from) / (this.#to - this.#from) * 100;
    show(this.#now, isKnown && at >= 0 && at < 100);
    if (this.#now && isKnown) {
      mark(this.#now, 'style', `left:${at.toFixed(1)}%`);
    }
  }
}
