// @ts-check
// What screens say, in the words of the page (js/texts.js): the same as ScreenWords.cs.
import { duration as durationOf, isolated, text, written } from '../texts.js';

/** @typedef {import('./campus-day.js').CampusDay} CampusDay */
/** @typedef {import('./campus-day.js').Parts} Parts */
/** @typedef {import('./schedule.js').Schedule} Schedule */
/** @typedef {import('./schedule.js').Slot} Slot */
/** @typedef {import('./schedule.js').State} State */

const joined = '\u2060–\u2060';
const weekOf = 6 * 86_400_000;

export { text };

/** "48 min", "1 h 18 min", "2 h": rounded up to the minute. */
export const duration = (/** @type {number} */ milliseconds) => durationOf(Math.max(0, Math.ceil(milliseconds / 60_000)));

/** Times of the campus in the reader's form. */
export class Times {
  #day;

  /** @param {CampusDay} day */
  constructor(day) {
    this.#day = day;
  }

  /** "14:15" */
  time(/** @type {number} */ instant) {
    return written('time', this.#day.parts(instant));
  }

  /** The clock's own line, each minute. */
  clock(/** @type {number} */ now) {
    return written('time', this.#day.now(now));
  }

  /** @param {number} now @param {'day' | 'longDay'} form */
  date(now, form) {
    return written(form, this.#day.now(now));
  }

  /** The time, with the weekday where that is another day. */
  when(/** @type {number} */ instant, /** @type {number} */ now) {
    const [then, today] = [this.#day.parts(instant), this.#day.now(now)];
    if (then.day === today.day && Math.abs(instant - now) < weekOf) {
      return written('time', then);
    }

    const day = written('day', then);
    return `${instant > now && instant - now < weekOf ? day.split(' ')[0] : day} ${written('time', then)}`;
  }

  /** "13:00–14:30", "20:00–24:00" */
  range(/** @type {Slot} */ slot, /** @type {number} */ now) {
    const [from, last, to] = [slot.start, slot.end - 1, slot.end].map(instant => this.#day.parts(instant));
    return from.day === last.day && from.month === last.month
      ? `${this.when(slot.start, now)}${joined}${last.day === to.day ? written('time', to) : text('endOfDay')}`
      : `${this.when(slot.start, now)} – ${this.when(slot.end, now)}`;
  }

  /** Whether an instant lies ahead on another day than the one that runs. */
  isPastToday(/** @type {number} */ instant, /** @type {number} */ now) {
    const [then, today] = [this.#day.parts(instant), this.#day.now(now)];
    return instant > now && (then.day !== today.day || then.month !== today.month || then.year !== today.year);
  }

  /** "1 h 18 min left", "rest of the day"; nothing where nothing ends. */
  left(/** @type {number | null} */ change, /** @type {number} */ now) {
    return change === null ? '' : this.isPastToday(change, now) ? text('restOfDay') : text('left', duration(change - now));
  }

  /** "until 15:30", "all day" */
  until(/** @type {number | null} */ change, /** @type {number} */ now) {
    return change === null ? text('allDay') : text('until', this.when(change, now));
  }

  /**
   * What holds the room: "13:00–14:30, 14 of 16", "15:30–17:00, reserved"; with purpose and organiser where the screen may show them.
   * @param {Slot} slot
   * @param {boolean} isCurrent
   * @param {Schedule} schedule
   * @param {number} now
   */
  slot(slot, isCurrent, schedule, now) {
    const people = [slot.purpose, slot.organiser].filter(Boolean).map(isolated).join(', ');
    const what = slot.isClosure ? text('closed')
      : people ? people
        : isCurrent && schedule.capacity > 0 && slot.attendees > 0 ? text('seatsOf', slot.attendees, schedule.capacity)
          : text('reserved');
    return `${this.range(slot, now)}, ${what}`;
  }

  /**
   * What was known last: "Available until 15:30".
   * @param {State} state
   * @param {number} now
   */
  was(state, now) {
    switch (state.status) {
      case 'free':
        return state.freeUntil === null ? text('wasAvailable') : text('wasAvailableUntil', this.when(state.freeUntil, now));
      case 'unknown':
        return text('unknown');
      default:
        return text('wasHeldUntil', this.when(/** @type {number} */ (state.heldUntil), now));
    }
  }
}
