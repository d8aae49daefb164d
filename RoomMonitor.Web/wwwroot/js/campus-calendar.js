// @ts-check
// What the campus's clocks show, and when they show it: CampusCalendar.cs in the browser. Pages, screens and the offline page use it.

/** @typedef {{ year: number, month: number, day: number, hour: number, minute: number, second: number }} Parts */

const minute = 60_000;
const dayLength = 86_400_000;

/** Days since 1970-01-01. */
const dayNumber = (/** @type {Parts} */ { year, month, day }) => Date.UTC(year, month - 1, day) / dayLength;

/** When the page was made, by performance.now(): its first byte came then. */
export const pageMade = () =>
  /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType('navigation')[0])?.responseStart ?? 0;

export class CampusCalendar {
  #format;
  #cachedMinute = NaN;
  /** @type {Parts} */
  #cached = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };

  /** @param {string | undefined} zone IANA name */
  constructor(zone) {
    this.#format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  }

  /**
   * @param {number} instant
   * @returns {Parts}
   */
  parts(instant) {
    return /** @type {Parts} */ (Object.fromEntries(this.#format.formatToParts(instant).map(part => [part.type, Number(part.value)])));
  }

  /**
   * Those of the running minute, worked out once in it.
   * @param {number} now
   */
  now(now) {
    const running = Math.floor(now / minute);
    if (running !== this.#cachedMinute) {
      this.#cachedMinute = running;
      this.#cached = this.parts(now);
    }

    return this.#cached;
  }

  /** The campus day of an instant, as a number that grows by one each day. */
  dayOf(/** @type {number} */ instant) {
    return dayNumber(this.parts(instant));
  }

  /** By how many campus days an instant lies after the one that runs; less than 0 before it. */
  daysFrom(/** @type {number} */ now, /** @type {number} */ instant) {
    return this.dayOf(instant) - dayNumber(this.now(now));
  }

  /** Whether an instant lies ahead on another day than the one that runs. */
  isPastToday(/** @type {number} */ instant, /** @type {number} */ now) {
    return instant > now && this.daysFrom(now, instant) > 0;
  }

  /**
   * The first instant at which the clocks show a full hour of a day, or the first after it where they skip it.
   * @param {number} day
   * @param {number} hour
   */
  at(day, hour) {
    const wanted = day * dayLength + hour * 3_600_000;
    const [before, after] = [this.#offset(wanted - dayLength), this.#offset(wanted + dayLength)];
    // The greater offset is the earlier instant.
    const instants = [wanted - Math.max(before, after), wanted - Math.min(before, after)];
    return instants.find(instant => instant + this.#offset(instant) === wanted) ?? wanted - before;
  }

  /** By how much the clocks are ahead of UTC. */
  #offset(/** @type {number} */ instant) {
    const { year, month, day, hour, minute: shown, second } = this.parts(instant);
    return Date.UTC(year, month - 1, day, hour, shown, second) - Math.floor(instant / 1_000) * 1_000;
  }
}
