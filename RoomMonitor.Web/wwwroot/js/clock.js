// <campus-clock>: what the campus clocks show. <day-strip-now from to>: the now-line of a day, moved once a minute; its child shows the time.
// Where the parts of the day are not equally long (lines: the instants between them) it stands by its part.
import { MinuteElement, campusNow, dateOf, frozenAt, isElsewhere, timeOfDay, write } from './campus-time.js';

class CampusClock extends MinuteElement {
  refresh() {
    const [date, time, zone] = this.children;
    if (time) {
      // Said where it isn't the time on the reader's own clock.
      zone.hidden = !isElsewhere();
      write(date, dateOf(campusNow()));
      write(time, timeOfDay(campusNow()));
    }
  }
}

function share(now, lines) {
  const part = lines.findLastIndex(line => line <= now);
  if (part < 0 || part === lines.length - 1) {
    return part < 0 ? 0 : 1;
  }

  return (part + (now - lines[part]) / (lines[part + 1] - lines[part])) / (lines.length - 1);
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
    const lines = this.getAttribute('lines')?.split(',').map(Date.parse) ?? [from, to];
    this.style.setProperty('--at', `${(share(now, lines) * 100).toFixed(2)}%`);
    this.style.setProperty('--line', from <= now && now < to ? 1 : 0);
    if (this.firstElementChild) {
      write(this.firstElementChild, timeOfDay(now));
    }
  }
}

customElements.define('campus-clock', CampusClock);
customElements.define('day-strip-now', DayStripNow);
