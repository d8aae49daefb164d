// While the circuit is down for long the server can't turn a room Unknown, so the browser does.
// <room-status until>: the badge. <room-last-known was until>: "Was available at 14:08" in place of "Free until 15:30".
import { MinuteElement, frozenAt, isTooOld, timeOfDay, write } from './campus-time.js';
import { text } from './texts.js';

/** Writes over a text of Blazor's, and puts it back unless Blazor has written another one meanwhile. */
class Replacement {
  #original = null;
  #written = null;

  put(element, text) {
    if (this.#written === null) {
      this.#original = element.textContent;
    }

    this.#written = text;
    write(element, text);
  }

  undo(element) {
    if (this.#written !== null && element.textContent === this.#written) {
      write(element, this.#original);
    }

    this.#written = null;
  }
}

class StaleElement extends MinuteElement {
  static observedAttributes = ['until'];

  #replacement = new Replacement();

  refresh() {
    const target = this.target();
    if (!target) {
      return;
    }

    const unknown = isTooOld(Date.parse(this.getAttribute('until')));
    this.toggleAttribute('unknown', unknown);
    if (unknown) {
      this.#replacement.put(target, this.text());
    } else {
      this.#replacement.undo(target);
    }
  }
}

class RoomStatus extends StaleElement {
  target() {
    return this.querySelector('.word');
  }

  text() {
    return text('unknown');
  }
}

class RoomLastKnown extends StaleElement {
  target() {
    return this;
  }

  text() {
    return `${this.getAttribute('was')} ${timeOfDay(frozenAt())}`;
  }
}

customElements.define('room-status', RoomStatus);
customElements.define('room-last-known', RoomLastKnown);
