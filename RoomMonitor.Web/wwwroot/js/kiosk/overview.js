// @ts-check
// Every room of a building with its status and its next change.
import { drain, paint, part, show, write } from './dom.js';
import { Pages, pagesOf } from './pages.js';
import { minutesUntil } from './schedule.js';
import { Screen, drawFrame } from './screen.js';
import { text } from './words.js';

/** @typedef {import('./screen.js').View} View */
/** @typedef {import('./schedule.js').Schedule} Schedule */

const rowOf = (/** @type {HTMLElement} */ element) => ({
  id: Number(element.dataset.room),
  element,
  name: element.querySelector('h2'),
  word: element.querySelector('.when b'),
  detail: element.querySelector('.when span'),
  wedge: /** @type {HTMLElement | null} */ (element.querySelector('room-wedge')),
});

const countOf = (/** @type {HTMLElement} */ element) => ({
  status: { 's-available': 'free', 's-ending': 'ending_soon', 's-occupied': 'occupied' }[element.dataset.status ?? ''] ?? '',
  number: element.querySelector('b'),
});

class Overview {
  #screen = new Screen();
  #pages = new Pages(/** @type {HTMLElement} */ (part('rows')));
  #extent = part('extent')?.textContent ?? '';
  #rows = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-room]'))].map(rowOf);
  #counts = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-status]'))].map(countOf);
  #headings = this.#rows.map(() => false);

  start() {
    this.#screen.start(view => this.#draw(view));
  }

  /** @param {View} view */
  #draw(view) {
    drawFrame(this.#screen, view);
    /** @type {Record<string, number>} */
    const found = {};
    const listed = pagesOf(this.#headings, this.#pages.rows, this.#pages.columns);
    const shown = listed[this.#pages.turn(listed.length)] ?? [];
    const [first, last] = [shown[0] ?? 0, shown.at(-1) ?? -1];
    this.#rows.forEach((row, index) => {
      const room = /** @type {Schedule} */ (view.rooms.get(row.id));
      const state = view.stateOf(room);
      found[state.status] = (found[state.status] ?? 0) + 1;
      const isShown = index >= first && index <= last;
      show(row.element, isShown);
      if (isShown) {
        this.#drawRow(row, room, view);
      }
    });
    for (const count of this.#counts) {
      write(count.number, String(found[count.status] ?? 0));
    }

    show(part('counts'), view.belief !== 'unknown');
    write(part('extent'), view.belief === 'unknown' ? text('noCurrent') : this.#extent);
  }

  /**
   * @param {ReturnType<typeof rowOf>} row
   * @param {Schedule} room
   * @param {View} view
   */
  #drawRow(row, room, view) {
    const { times } = this.#screen;
    const state = view.stateOf(room);
    paint(row.element, state.status, 'row');
    write(row.name, room.name);
    write(row.word, text(state.status));
    write(row.detail, state.status === 'unknown'
      ? text('wasAt', times.time(view.asOf), text(view.lastKnown(room).status))
      : times.row(state, view.now));
    if (state.status === 'ending_soon') {
      drain(row.wedge, minutesUntil(/** @type {number} */ (state.heldUntil), view.now));
    }
  }
}

/** Draws the page from now on. */
export const start = () => new Overview().start();

start();
