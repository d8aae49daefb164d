// <campus-clock>: what the campus clocks show. <day-strip-now from to>: the now-line of a day strip, moved once a minute.
import { MinuteElement, campusNow, dateOf, frozenAt, timeOfDay, write } from './campus-time.js';

class CampusClock extends MinuteElement {
  refresh() {
    const [date, time] = this.children;
    if (time) {
      write(date, dateOf(campusNow()));
      write(time, timeOfDay(campusNow()));
    }
  }
}

class DayStripNow extends MinuteElement {
  static observedAttributes = ['from', 'to', 'unknown'];

  refresh() {
    if (frozenAt() !== null || this.hasAttribute('unknown')) {
      return;
    }

    const from = Date.parse(this.getAttribute('from'));
    const to = Date.parse(this.getAttribute('to'));
    const now = campusNow();
    this.style.setProperty('--at', `${Math.min(100, Math.max(0, (now - from) / (to - from) * 100)).toFixed(2)}%`);
    this.style.setProperty('--line', from <= now && now < to ? 1 : 0);
  }
}

customElements.define('campus-clock', CampusClock);
customElements.define('day-strip-now', DayStripNow);
