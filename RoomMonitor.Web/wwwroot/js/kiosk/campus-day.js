// @ts-check
// What the campus's clocks show, and when they show it.

/** @typedef {{ year: number, month: number, day: number, hour: number, minute: number, second: number }} Parts */

export class CampusDay {
  #format;
  #cachedMinute = NaN;
  /** @type {Parts} */
  #cached = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };

  /** @param {string} zone IANA name */
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
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#cachedMinute) {
      this.#cachedMinute = minute;
      this.#cached = this.parts(now);
    }

    return this.#cached;
  }

  /**
   * The instant at which the clocks show a full hour of a day.
   * @param {Parts} date
   * @param {number} hour
   */
  at(date, hour) {
    const wanted = Date.UTC(date.year, date.month - 1, date.day, hour);
    let instant = wanted;
    // The second time with the offset that counts there.
    for (let turn = 0; turn < 2; turn++) {
      const shown = this.parts(instant);
      instant += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
    }

    return instant;
  }
}
