// <week-chooser first last week shown minute>: a slot is chosen in the days beside it ([data-day]), by pointer or keyboard.
// It tells of "slotmoved" (the keyboard's cursor) and "slotchosen", both in days and minutes of the campus clock:
// { day, start, end }, where a click has no end.

const halfHour = 30;
const quarter = 15;

class WeekChooser extends HTMLElement {
  static observedAttributes = ['first', 'last', 'week', 'shown'];

  #day = -1;
  #start = 0;
  #length = 60;
  #drag = null;
  #isTouch = false;
  #resize = new ResizeObserver(() => this.#place());

  connectedCallback() {
    this.addEventListener('pointerdown', this.#down);
    this.addEventListener('pointermove', this.#move);
    this.addEventListener('pointerup', this.#up);
    this.addEventListener('pointercancel', this.#cancel);
    this.addEventListener('click', this.#click);
    this.addEventListener('keydown', this.#key);
    this.addEventListener('focusin', this.#place);
    this.#start = Number(this.getAttribute('minute'));
    this.#resize.observe(this);
  }

  disconnectedCallback() {
    this.#resize.disconnect();
    this.#cancel();
  }

  attributeChangedCallback(name) {
    if (name === 'shown' && this.isConnected) {
      this.#day = this.#days.findIndex(day => day.dataset.day === this.getAttribute('shown'));
    }

    // After Blazor has written all of the batch.
    queueMicrotask(() => this.#place());
  }

  get #days() {
    return [...this.parentElement.querySelectorAll('[data-day]')];
  }

  get #first() {
    return Number(this.getAttribute('first')) * 60;
  }

  get #last() {
    return Number(this.getAttribute('last')) * 60;
  }

  /** Puts an element where a slot lies. */
  #put(element, day, start, end) {
    const column = this.#days[day]?.getBoundingClientRect();
    if (!column?.width) {
      return;
    }

    const own = this.getBoundingClientRect();
    const minute = own.height / (this.#last - this.#first);
    Object.assign(element.style, {
      left: `${column.left - own.left + 3}px`,
      width: `${column.width - 6}px`,
      top: `${(start - this.#first) * minute}px`,
      height: `${(end - start) * minute - 2}px`,
    });
  }

  #place = () => {
    const cursor = this.querySelector('.cursor');
    if (!cursor || !this.isConnected) {
      return;
    }

    if (this.#day < 0) {
      this.#day = Math.max(0, this.#days.findIndex(day => day.dataset.day === this.getAttribute('shown')));
    }

    cursor.setAttribute('aria-colindex', this.#day + 1);
    cursor.parentElement.setAttribute('aria-rowindex', (this.#start - this.#first) / halfHour + 1);
    this.#put(cursor, this.#day, this.#start, this.#start + this.#length);
  };

  #tell(name, day, start, end) {
    const date = this.#days[day]?.dataset.day;
    if (date) {
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: { day: date, start, end } }));
    }
  }

  #key = event => {
    const { key, shiftKey } = event;
    const before = `${this.#day} ${this.#start} ${this.#length}`;
    const latest = this.#last - this.#length;
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }

    switch (key) {
      case 'ArrowUp':
      case 'ArrowDown': {
        const step = key === 'ArrowUp' ? -halfHour : halfHour;
        if (shiftKey) {
          this.#length = Math.min(Math.max(halfHour, this.#length + step), this.#last - this.#start);
        } else {
          this.#start = Math.min(Math.max(this.#first, this.#start + step), latest);
        }

        break;
      }

      case 'ArrowLeft':
      case 'ArrowRight':
        this.#day = Math.min(Math.max(0, this.#day + (key === 'ArrowLeft' ? -1 : 1)), this.#days.length - 1);
        break;
      case 'Home':
        this.#start = this.#first;
        break;
      case 'End':
        this.#start = latest;
        break;
      case 'PageUp':
      case 'PageDown':
        this.parentElement.parentElement.querySelector(`[data-week-step="${key === 'PageUp' ? -1 : 1}"]`).click();
        break;
      case 'Enter':
      case ' ':
        this.#tell('slotchosen', this.#day, this.#start, this.#start + this.#length);
        break;
      default:
        return;
    }

    event.preventDefault();
    this.#place();
    if (before !== `${this.#day} ${this.#start} ${this.#length}`) {
      this.#tell('slotmoved', this.#day, this.#start, this.#start + this.#length);
    }
  };

  /** Day and minute under the pointer. */
  #at(event, step) {
    const days = this.#days;
    const day = days.findIndex(column => {
      const { left, right, width } = column.getBoundingClientRect();
      return width > 0 && left <= event.clientX && event.clientX < right;
    });
    const own = this.getBoundingClientRect();
    const minute = this.#first + (event.clientY - own.top) / own.height * (this.#last - this.#first);
    return { day, minute: Math.min(Math.max(this.#first, Math.floor(minute / step) * step), this.#last) };
  }

  #down = event => {
    this.#isTouch = event.pointerType === 'touch';
    const { day, minute } = this.#at(event, quarter);
    if (this.#isTouch || event.button !== 0 || day < 0) {
      return;
    }

    this.setPointerCapture(event.pointerId);
    this.#drag = { day, from: minute, to: minute, ghost: null };
  };

  #move = event => {
    const drag = this.#drag;
    if (!drag) {
      return;
    }

    const { minute } = this.#at(event, quarter);
    drag.to = minute >= drag.from ? Math.min(minute + quarter, this.#last) : minute;
    if (!drag.ghost && Math.abs(drag.to - drag.from) > quarter) {
      drag.ghost = this.appendChild(document.createElement('div'));
      drag.ghost.className = 'ghost';
    }

    if (drag.ghost) {
      this.#put(drag.ghost, drag.day, ...this.#span(drag));
    }
  };

  #up = event => {
    const drag = this.#drag;
    this.#cancel();
    if (!drag) {
      return;
    }

    if (drag.ghost) {
      const [start, end] = this.#span(drag);
      this.#choose(drag.day, start, end);
    } else {
      this.#pick(event);
    }
  };

  #cancel = () => {
    this.#drag?.ghost?.remove();
    this.#drag = null;
  };

  /** A finger scrolls: only its tap chooses. */
  #click = event => {
    if (this.#isTouch) {
      this.#pick(event);
    }
  };

  #span({ from, to }) {
    return to >= from ? [from, Math.max(to, from + quarter)] : [to, from + quarter];
  }

  /** A click on a half hour. The one that is running begins now: the server rounds it up. */
  #pick(event) {
    const { day, minute } = this.#at(event, halfHour);
    if (day >= 0) {
      this.#choose(day, Math.min(minute, this.#last - halfHour), null);
    }
  }

  #choose(day, start, end) {
    this.#day = day;
    this.#length = Math.max(halfHour, end === null ? 60 : end - start);
    this.#start = Math.min(Math.floor(start / halfHour) * halfHour, this.#last - this.#length);
    this.#place();
    this.#tell('slotchosen', day, start, end);
  }
}

for (const name of ['slotmoved', 'slotchosen']) {
  Blazor.registerCustomEventType(name, { createEventArgs: event => event.detail });
}

customElements.define('week-chooser', WeekChooser);
