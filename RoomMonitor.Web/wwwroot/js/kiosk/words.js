// @ts-check
// What screens say, in the words of the page (js/texts.js): the same as ScreenWords.cs.
import { duration as durationOf, isolated, text, written } from '../texts.js';

/** @typedef {import('../campus-calendar.js').CampusCalendar} CampusCalendar */
/** @typedef {import('./schedule.js').Schedule} Schedule */
/** @typedef {import('./schedule.js').Slot} Slot */
/** @typedef {import('./schedule.js').State} State */

const joined = '\u2060–\u2060';

export { text };

/** "48 min", "1 h 18 min", "2 h": rounded up to the minute. */
export const duration = (/** @type {number} */ milliseconds) => durationOf(Math.max(0, Math.ceil(milliseconds / 60_000)));

/** Times of the campus in the reader's form. */
export class Times {
  #calendar;

  /** @param {CampusCalendar} calendar */
  constructor(calendar) {
    this.#calendar = calendar;
  }

  /** "14:15" */
  time(/** @type {number} */ instant) {
    return written('time', this.#calendar.parts(instant));
  }

  /** The same of an end: midnight is "24:00" of the day that it ends, where people write so. */
  endTime(/** @type {number} */ instant) {
    return this.#isOneDay(instant - 1, instant) ? this.time(instant) : text('endOfDay');
  }

  /** The clock's own line, each minute. */
  clock(/** @type {number} */ now) {
    return written('time', this.#calendar.now(now));
  }

  /** @param {number} now @param {'day' | 'longDay'} form */
  date(now, form) {
    return written(form, this.#calendar.now(now));
  }

  /** The time, with the weekday on another day of the coming week, and with the date beyond: as RoomWords.When. */
  when(/** @type {number} */ instant, /** @type {number} */ now) {
    const days = this.#calendar.daysFrom(now, instant);
    const then = this.#calendar.parts(instant);
    const time = written('time', then);
    return days === 0 ? time : `${written(days > 0 && days < 7 ? 'weekday' : 'day', then)} ${time}`;
  }

  /** "13:00–14:30", "20:00–24:00" */
  range(/** @type {Slot} */ slot, /** @type {number} */ now) {
    return this.#isOneDay(slot.start, slot.end - 1)
      ? `${this.when(slot.start, now)}${joined}${this.endTime(slot.end)}`
      : `${this.when(slot.start, now)} – ${this.when(slot.end, now)}`;
  }

  /** "1 h 18 min left", "rest of the day"; nothing where nothing ends. */
  left(/** @type {number | null} */ change, /** @type {number} */ now) {
    return change === null ? '' : this.#calendar.isPastToday(change, now) ? text('restOfDay') : text('left', duration(change - now));
  }

  /** "1 h 18 min", "rest of the day"; nothing where nothing ends: a row of free rooms. */
  freeFor(/** @type {number | null} */ change, /** @type {number} */ now) {
    return change === null ? '' : this.#calendar.isPastToday(change, now) ? text('restOfDay') : duration(change - now);
  }

  /** "until 16:00 · 1 h 48 min", "until 15:30", "all day": a row of an overview. */
  row(/** @type {State} */ { heldUntil, freeUntil }, /** @type {number} */ now) {
    return heldUntil === null || this.#calendar.isPastToday(heldUntil, now)
      ? this.until(heldUntil ?? freeUntil, now)
      : text('untilFor', this.when(heldUntil, now), duration(heldUntil - now));
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
   * What holds a day, for who can't see its line: "Today: 10:00 to 12:00, 17:00 to 20:00", as DayStripGeometry.Description.
   * @param {Slot[]} slots
   * @param {number} from the first instant of the day
   * @param {number} to that of the next one
   */
  strip(slots, from, to) {
    const words = slots.filter(slot => slot.start < to && slot.end > from).map(slot => text(
      slot.isClosure ? 'stripClosed' : slot.isPending ? 'stripPending' : 'stripHold',
      slot.start < from ? text('beginningOfDay') : this.time(slot.start),
      slot.end >= to ? text('endOfDay') : this.time(slot.end)));
    return words.length === 0 ? text('stripEmpty') : text('strip', words.join(', '));
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

  #isOneDay(/** @type {number} */ one, /** @type {number} */ other) {
    return this.#calendar.dayOf(one) === this.#calendar.dayOf(other);
  }
}
