// <room-countdown until form>: "free in 48 min", counted on in the browser; the words are those of RoomWords.Countdown.
// <room-wedge until>: the ending-soon glyph, which drains from fifteen minutes to one.
// <room-as-of>: "as of 14:12" while the circuit is down.
import { MinuteElement, campusNow, frozenAt, isPastToday, timeOfDay, write } from './campus-time.js';
import { duration, text } from './texts.js';

const day = 86_400_000;

const minutesUntil = until => Math.ceil((until - campusNow()) / 60_000);

function words(form, until) {
  const minutes = minutesUntil(until);
  switch (form) {
    case 'free-in':
      return isPastToday(until) ? ['', text('takenRestOfDay')]
        : minutes > 0 ? [text('freeIn'), duration(minutes)] : [text('free'), text('freeNow')];
    case 'free-for':
      return until - campusNow() >= day ? ['', text('freeAllDay')]
        : isPastToday(until) ? ['', text('freeRestOfDay')]
        : minutes > 0 ? [text('freeFor'), duration(minutes)] : [text('taken'), text('takenNow')];
    case 'today':
      return ['', isPastToday(until) ? text('restOfDay') : minutes > 0 ? duration(minutes) : text('now')];
    default:
      return ['', minutes > 0 ? duration(minutes) : text('now')];
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
      this.show(prefix, '', value, text('asOf', timeOfDay(asOf)));
    } else if (Number.isFinite(until)) {
      const [before, after] = words(this.getAttribute('form'), until);
      this.show(prefix, before, value, after);
    } else {
      this.show(prefix, '', value, ['brief', 'today'].includes(this.getAttribute('form')) ? '–' : text('freeAllDay'));
    }
  }

  show(prefix, before, value, after) {
    write(prefix, before);
    write(value, after);
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
    this.textContent = frozenAt() === null ? '' : text('asOf', timeOfDay(frozenAt()));
  }
}

customElements.define('room-countdown', RoomCountdown);
customElements.define('room-wedge', RoomWedge);
customElements.define('room-as-of', RoomAsOf);
