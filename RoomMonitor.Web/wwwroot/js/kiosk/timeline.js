// @ts-check
// Today's opening hours as a line. Its blocks are elements that are used again and again.
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

/** As DayStripGeometry.Css. */
const css = (/** @type {number} */ percent) => `${Number(percent.toFixed(2))}%`;

export class Timeline {
  #calendar;
  #hours;
  #times;
  /** @type {HTMLElement} */
  #line;
  /** @type {HTMLElement} */
  #track;
  /** @type {HTMLElement | null} */
  #now;
  #day = NaN;
  /** Of the opening hours, and of the campus day around them. */
  #from = 0;
  #to = 1;
  #begins = 0;
  #ends = 1;

  /**
   * @param {HTMLElement} line
   * @param {import('../campus-calendar.js').CampusCalendar} calendar
   * @param {[first: number, last: number]} hours of the clock, between which rooms are offered
   * @param {import('./words.js').Times} times
   */
  constructor(line, calendar, hours, times) {
    this.#line = line;
    this.#track = /** @type {HTMLElement} */ (line.querySelector('[data-k="track"]'));
    this.#now = line.querySelector('[data-k="now-line"]');
    this.#calendar = calendar;
    this.#hours = hours;
    this.#times = times;
  }

  /**
   * @param {Slot[]} slots
   * @param {number} now
   * @param {boolean} isKnown false: no block is the running one, and no line says where now is
   */
  draw(slots, now, isKnown) {
    const day = this.#calendar.dayOf(now);
    if (day !== this.#day) {
      this.#day = day;
      [this.#from, this.#to] = this.#hours.map(hour => this.#calendar.at(day, hour));
      [this.#begins, this.#ends] = [this.#calendar.at(day, 0), this.#calendar.at(day + 1, 0)];
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
        mark(element, 'style', `left:${css(block.left)};width:${css(block.width)}`);
      }
    });
    mark(this.#line, 'aria-label', this.#times.strip(slots, this.#begins, this.#ends));
  }

  /**
   * @param {number} now
   * @param {boolean} isKnown
   */
  moveNow(now, isKnown) {
    const at = (now - this.#from) / (this.#to - this.#from) * 100;
    const isShown = isKnown && at >= 0 && at < 100;
    show(this.#now, isShown);
    if (isShown) {
      mark(this.#now, 'style', `left:${css(at)}`);
    }
  }
}
