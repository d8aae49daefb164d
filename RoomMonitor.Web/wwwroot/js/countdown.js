// <room-countdown until form>: "free in 48 min", counted on in the browser; the words are those of RoomTexts.Countdown.
// <room-wedge until>: the ending-soon glyph, which drains from fifteen minutes to one.
// <room-as-of>: "as of 14:12" while the circuit is down.
import { MinuteElement, campusNow, frozenAt, timeOfDay, write } from './campus-time.js';

const day = 1440;

const minutesUntil = until => Math.ceil((until - campusNow()) / 60_000);

function duration(minutes) {
  const hours = Math.floor(minutes / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }

  if (minutes < day) {
    return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  }

  return hours % 24 === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

function words(form, minutes) {
  switch (form) {
    case 'free-in':
      return minutes > 0 ? ['free in', duration(minutes)] : ['free', 'now'];
    case 'free-for':
      return minutes >= day ? ['', 'free all day'] : minutes > 0 ? ['free for', duration(minutes)] : ['taken', 'now'];
    default:
      return ['', minutes > 0 ? duration(minutes) : 'now'];
  }
}

class RoomCountdown extends MinuteElement {
  static observedAttributes = ['until', 'form'];

  refresh() {
    const [prefix, value] = this.children;
    if (!value) {
      return;
    }

    const until = Date.parse(this.getAttribute('until'));
    const asOf = frozenAt();
    this.toggleAttribute('as-of', asOf !== null);
    if (asOf !== null) {
      this.show(prefix, '', value, `as of ${timeOfDay(asOf)}`);
    } else if (Number.isFinite(until)) {
      const [before, text] = words(this.getAttribute('form'), minutesUntil(until));
      this.show(prefix, before, value, text);
    } else {
      this.show(prefix, '', value, this.getAttribute('form') === 'brief' ? '–' : 'free all day');
    }
  }

  show(prefix, before, value, text) {
    write(prefix, before);
    write(value, text);
  }
}

class RoomWedge extends MinuteElement {
  static observedAttributes = ['until'];

  refresh() {
    const until = Date.parse(this.getAttribute('until'));
    if (Number.isFinite(until) && frozenAt() === null) {
      this.style.setProperty('--left', Math.min(14.5, Math.max(1, minutesUntil(until))));
    }
  }
}

class RoomAsOf extends MinuteElement {
  refresh() {
    this.textContent = frozenAt() === null ? '' : `as of ${timeOfDay(frozenAt())}`;
  }
}

customElements.define('room-countdown', RoomCountdown);
customElements.define('room-wedge', RoomWedge);
customElements.define('room-as-of', RoomAsOf);
