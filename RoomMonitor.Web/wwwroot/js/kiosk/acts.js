// @ts-check
// What somebody at the door may do on a registered screen: each act in two taps, and by itself back to what can be done after 20 s. Its
// buttons are made once.
import { mark, show, write } from './dom.js';
import { duration, text } from './words.js';

/** @typedef {import('./schedule.js').Schedule} Schedule */
/** @typedef {import('./schedule.js').State} State */

/**
 * @typedef {object} Act
 * @property {'book' | 'check-in' | 'extend' | 'end'} kind
 * @property {number} minutes that are asked for
 * @property {number} until when the room is held then
 * @property {number | null} id of the reservation
 */

/**
 * @typedef {object} Choices in minutes
 * @property {number[]} lengths for which the room can be booked
 * @property {number[]} extensions
 */

const minute = 60_000;
const backAfter = 20_000;
const toldFor = 6_000;

/**
 * What can be done in a state.
 * @param {State} state
 * @param {number} now
 * @param {Choices} choices
 * @returns {Act[]}
 */
export function actsOf(state, now, { lengths, extensions }) {
  if (state.status === 'free') {
    const start = Math.floor(now / minute) * minute;
    const end = state.freeUntil ?? Infinity;
    const untils = lengths.map(minutes => Math.min(end, start + minutes * minute));
    return lengths
      .map((minutes, index) => ({ kind: /** @type {'book'} */ ('book'), minutes, until: untils[index] ?? end, id: null }))
      .filter((act, index) => act.until - now >= minute && act.until !== untils[index - 1]);
  }

  const { current, heldUntil, next } = state;
  if (!current || current.isClosure || current.id === null || heldUntil === null) {
    return [];
  }

  /** @type {Act[]} */
  const acts = [];
  if (current.checkedIn === false) {
    acts.push({ kind: 'check-in', minutes: 0, until: current.end, id: current.id });
  }

  if (current.end === heldUntil) {
    const room = next ? next.start : Infinity;
    acts.push(...extensions.filter(minutes => current.end + minutes * minute <= room)
      .map(minutes => ({ kind: /** @type {'extend'} */ ('extend'), minutes, until: current.end + minutes * minute, id: current.id })));
  }

  acts.push({ kind: 'end', minutes: 0, until: now, id: current.id });
  return acts;
}

export class Acts {
  #screen;
  #times;
  /** @type {HTMLElement} */
  #box;
  #label = document.createElement('p');
  /** @type {HTMLButtonElement[]} */
  #buttons = [];
  /** @type {'choose' | 'ask' | 'work' | 'told'} */
  #mode = 'choose';
  /** @type {Act[]} */
  #choices = [];
  /** @type {Act | null} */
  #asked = null;
  #told = '';
  #since = 0;
  #now = 0;
  /** @type {Schedule | null} */
  #room = null;

  /**
   * @param {HTMLElement} box
   * @param {import('./screen.js').Screen} screen
   */
  constructor(box, screen) {
    this.#box = box;
    this.#screen = screen;
    this.#times = screen.times;
    box.append(this.#label);
    for (let index = 0; index < 5; index++) {
      const button = document.createElement('button');
      button.type = 'button';
      button.addEventListener('click', () => this.#tapped(index));
      this.#buttons.push(button);
      box.append(button);
    }
  }

  /**
   * @param {Schedule} room
   * @param {State} state
   * @param {import('./screen.js').View} view
   */
  draw(room, state, view) {
    const { device, link } = this.#screen;
    const isAllowed = device?.may_book === true && device.room_ids.includes(room.id) && link !== null
      && view.belief === 'fresh' && view.connection !== 'lost' && state.status !== 'unknown' && room.claim === null;
    this.#room = room;
    this.#now = view.now;
    const age = performance.now() - this.#since;
    if (!isAllowed || (this.#mode === 'ask' && age > backAfter) || (this.#mode === 'told' && age > toldFor)) {
      this.#mode = 'choose';
    }

    this.#choices = actsOf(state, view.now, this.#screen.choices);
    if (this.#mode === 'ask' && !this.#choices.some(act => act.kind === this.#asked?.kind && act.id === this.#asked?.id)) {
      // What was asked about is over.
      this.#mode = 'choose';
    }

    show(this.#box, isAllowed && (this.#mode !== 'choose' || this.#choices.length > 0));
    if (isAllowed) {
      this.#drawMode();
    }
  }

  #drawMode() {
    mark(this.#box, 'data-mode', this.#mode);
    switch (this.#mode) {
      case 'choose':
        this.#fill(this.#choices[0]?.kind === 'book' ? text('bookNowFor') : '', this.#choices.map(act => this.#nameOf(act)), act => act.kind === 'end');
        break;
      case 'ask':
        this.#fill(this.#question(/** @type {Act} */ (this.#asked)), [this.#answer(/** @type {Act} */ (this.#asked)), text('back')], null);
        break;
      default:
        this.#fill(this.#mode === 'work' ? text('working') : this.#told, [], null);
        break;
    }
  }

  /**
   * @param {string} label
   * @param {string[]} names
   * @param {((act: Act) => boolean) | null} isQuiet which are outlined; null for the last one
   */
  #fill(label, names, isQuiet) {
    write(this.#label, label);
    show(this.#label, label !== '');
    this.#buttons.forEach((button, index) => {
      const name = names[index];
      show(button, name !== undefined);
      if (name !== undefined) {
        write(button, name);
        const act = this.#choices[index];
        mark(button, 'class', (isQuiet === null ? index > 0 : act !== undefined && isQuiet(act)) ? 'act quiet' : 'act');
      }
    });
  }

  /** @param {Act} act */
  #nameOf(act) {
    switch (act.kind) {
      case 'book':
        return duration(act.until - Math.floor(this.#now / minute) * minute);
      case 'extend':
        return text('extend', text('minutes', act.minutes));
      case 'check-in':
        return text('checkIn');
      default:
        return text('endNow');
    }
  }

  /** @param {Act} act */
  #question(act) {
    switch (act.kind) {
      case 'book':
        return text('bookQuestion', this.#times.time(act.until));
      case 'extend':
        return text('extendQuestion', this.#times.time(act.until));
      case 'check-in':
        return text('checkInQuestion');
      default:
        return text('endQuestion');
    }
  }

  /** @param {Act} act */
  #answer(act) {
    return text(act.kind === 'book' ? 'book' : act.kind === 'extend' ? 'keep' : act.kind === 'check-in' ? 'checkIn' : 'endNow');
  }

  /** @param {number} index */
  #tapped(index) {
    this.#since = performance.now();
    if (this.#mode === 'choose') {
      this.#asked = this.#choices[index] ?? null;
      this.#mode = this.#asked ? 'ask' : 'choose';
      this.#drawMode();
      this.#buttons[0]?.focus();
    } else if (this.#mode === 'ask' && index === 0) {
      this.#do(/** @type {Act} */ (this.#asked));
    } else if (this.#mode === 'ask') {
      this.#mode = 'choose';
      this.#drawMode();
    }
  }

  /** @param {Act} act */
  async #do(act) {
    this.#mode = 'work';
    this.#drawMode();
    /** @type {{ ok: boolean, status: number, reservation?: { end: string } }} */
    let answer;
    try {
      answer = await this.#send(act);
    } catch (error) {
      console.debug('[kiosk] act', error);
      answer = { ok: false, status: 0 };
    }

    this.#told = this.#outcome(act, answer);
    this.#mode = 'told';
    this.#since = performance.now();
    write(document.getElementById('said'), this.#told);
    this.#screen.drawNow();
  }

  /** @param {Act} act */
  #send(act) {
    const { link } = this.#screen;
    switch (act.kind) {
      case 'book':
        return link.book(/** @type {Schedule} */ (this.#room).id, act.minutes);
      case 'extend':
        return link.extend(act.id, act.minutes);
      case 'check-in':
        return link.checkIn(act.id);
      default:
        return link.end(act.id);
    }
  }

  /**
   * @param {Act} act
   * @param {{ ok: boolean, status: number, reservation?: { end: string } }} answer
   */
  #outcome(act, answer) {
    if (!answer.ok) {
      return text(answer.status === 409 ? 'taken' : answer.status === 401 || answer.status === 403 ? 'notAllowed' : 'failed');
    }

    // Without waiting for the socket: who stands there wants to see it.
    this.#screen.feed.refresh();
    const until = this.#times.time(answer.reservation ? Date.parse(answer.reservation.end) : act.until);
    switch (act.kind) {
      case 'book':
        return text('booked', until);
      case 'extend':
        return text('extended', until);
      case 'check-in':
        return text('checkedIn');
      default:
        return text('ended');
    }
  }
}
