// @ts-check
// The panel at a door: the whole screen is the status of one room. On e-ink it is drawn only when it says something else.
import { Acts } from './acts.js';
import { drain, paint, part, show, write } from './dom.js';
import { minutesUntil } from './schedule.js';
import { Screen } from './screen.js';
import { Timeline } from './timeline.js';
import { duration, text } from './words.js';

/** @typedef {import('./screen.js').View} View */
/** @typedef {import('./schedule.js').Schedule} Schedule */
/** @typedef {import('./schedule.js').State} State */

const redrawnEvery = 30 * 60_000;
/** A line that was cut is mostly back within this. */
const cutTold = 5_000;

class DoorPanel {
  #screen = new Screen();
  #times = this.#screen.times;
  #timeline = new Timeline(/** @type {HTMLElement} */ (part('timeline')), this.#screen.calendar, this.#screen.openingHours, this.#times);
  #acts;
  #wedges = [...document.querySelectorAll('room-wedge')];
  #base = this.#screen.isEink ? 'eink' : 'door';

  /** What was said last, and what e-ink shows. */
  #announced = '';
  #drawn = '';
  #drawnAt = -Infinity;

  constructor() {
    const box = part('acts');
    this.#acts = box ? new Acts(box, this.#screen) : null;
  }

  start() {
    this.#screen.start(view => {
      const room = /** @type {Schedule} */ (view.rooms.values().next().value);
      const state = view.stateOf(room);
      if (this.#screen.isEink) {
        this.#drawInk(room, state, view);
      } else {
        this.#drawPanel(room, state, view);
      }
    });
  }

  /**
   * @param {Schedule} room
   * @param {State} state
   * @param {View} view
   */
  #drawPanel(room, state, view) {
    const { now } = view;
    const isKnown = state.status !== 'unknown';
    paint(document.body, state.status, this.#base);
    write(part('name'), room.name);
    write(part('clock'), this.#times.clock(now));
    write(part('date'), this.#times.date(now, 'day'));
    write(part('word'), text(state.status));
    this.#drawLead(state, view);
    this.#drawFacts(room, state, view);
    this.#timeline.draw(room.slots, now, isKnown);
    this.#timeline.moveNow(now, isKnown);
    const isAged = view.belief === 'aged' || (view.connection === 'lost' && now - view.asOf > cutTold);
    write(part('note'), [isKnown && isAged ? text('asOf', this.#times.time(view.asOf)) : '', this.#screen.note].filter(Boolean).join(', '));
    if (state.status === 'ending_soon') {
      for (const wedge of this.#wedges) {
        drain(/** @type {HTMLElement} */ (wedge), minutesUntil(/** @type {number} */ (state.heldUntil), now));
      }
    }

    this.#acts?.draw(room, state, view);
    this.#announce(room, state, now);
  }

  /**
   * @param {State} state
   * @param {View} view
   */
  #drawLead(state, { now, asOf }) {
    const change = state.heldUntil ?? state.freeUntil;
    switch (state.status) {
      case 'unknown':
        write(part('lead'), text('noConnection'));
        write(part('left'), text('since', this.#times.time(asOf)));
        break;
      case 'ending_soon':
        write(part('lead'), text('freeIn', duration(/** @type {number} */ (change) - now)));
        write(part('left'), text('at', this.#times.when(/** @type {number} */ (change), now)));
        break;
      default:
        write(part('lead'), this.#times.until(change, now));
        write(part('left'), this.#times.left(change, now));
        break;
    }
  }

  /**
   * @param {Schedule} room
   * @param {State} state
   * @param {View} view
   */
  #drawFacts(room, state, view) {
    const { now, asOf } = view;
    if (state.status === 'unknown') {
      facts(text('atTime', this.#times.time(asOf)), this.#times.was(view.lastKnown(room), asOf), text('now'), text('knockFirst'));
      return;
    }

    const next = state.next ? this.#times.slot(state.next, false, room, now) : text('nothingNext');
    if (state.current) {
      facts(text('now'), this.#times.slot(state.current, true, room, now), text('next'), next);
    } else {
      facts(text('next'), next, '', '');
    }
  }

  /**
   * Black and white: what is the same is left alone, but for once in half an hour, so that "as of" never gets old.
   * @param {Schedule} room
   * @param {State} state
   * @param {View} view
   */
  #drawInk(room, state, view) {
    const { now, asOf } = view;
    const isKnown = state.status !== 'unknown';
    const isAged = isKnown && view.belief === 'aged';
    const { name, slots, claim } = room;
    const { status, heldUntil, freeUntil, changesAt } = state;
    const says = JSON.stringify([
      name, slots, claim, status, heldUntil, freeUntil, changesAt, isAged, this.#times.date(now, 'day'), this.#screen.note,
    ]);
    if (says === this.#drawn && performance.now() - this.#drawnAt < redrawnEvery) {
      return;
    }

    this.#drawn = says;
    this.#drawnAt = performance.now();
    paint(document.body, status, this.#base);
    write(part('name'), name);
    write(part('date'), this.#times.date(now, 'day'));
    write(part('word'), text(status));
    write(part('lead'), isKnown ? this.#times.until(heldUntil ?? freeUntil, now) : text('noConnection'));
    write(part('left'), '');
    this.#drawFacts(room, state, view);
    this.#timeline.draw(slots, now, isKnown);
    write(part('note'), [text('asOf', this.#times.time(isKnown && !isAged ? now : asOf)), this.#screen.note].filter(Boolean).join(', '));
    this.#announce(room, state, now);
  }

  /**
   * Says a change of the status to who can't see it; never the countdown.
   * @param {Schedule} room
   * @param {State} state
   * @param {number} now
   */
  #announce(room, state, now) {
    if (state.status === this.#announced) {
      return;
    }

    const isFirst = this.#announced === '';
    this.#announced = state.status;
    if (!isFirst) {
      const detail = state.status === 'unknown' ? text('noConnection') : this.#times.until(state.heldUntil ?? state.freeUntil, now);
      write(document.getElementById('said'), text('announcement', room.name, text(state.status), detail));
    }
  }
}

/**
 * @param {string} term
 * @param {string} fact
 * @param {string} otherTerm
 * @param {string} otherFact
 */
function facts(term, fact, otherTerm, otherFact) {
  write(part('term-1'), term);
  write(part('fact-1'), fact);
  show(part('term-2'), otherTerm !== '');
  show(part('fact-2'), otherTerm !== '');
  write(part('term-2'), otherTerm);
  write(part('fact-2'), otherFact);
}

/** Draws the page from now on. */
export const start = () => new DoorPanel().start();

start();
