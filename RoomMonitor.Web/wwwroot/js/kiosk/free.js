// @ts-check
// Where to go now: the free rooms by floor, those first that stay free longest.
import { paint, part, show, write } from './dom.js';
import { Pages, pagesOf } from './pages.js';
import { Screen, drawFrame } from './screen.js';
import { duration, text } from './words.js';

/** @typedef {import('./screen.js').View} View */
/** @typedef {import('./schedule.js').Schedule} Schedule */
/** @typedef {import('./schedule.js').State} State */

/**
 * The rooms of each floor of each building.
 * @param {{ schedule: Schedule, state: State }[]} rooms in the order in which people read them
 * @returns {Map<string, { schedule: Schedule, state: State }[]>} in that order; of each floor the free ones, those first that stay free longest
 */
export function freeByFloor(rooms) {
  const end = (/** @type {State} */ state) => state.freeUntil ?? Infinity;
  const floors = Map.groupBy(rooms, ({ schedule }) => `${schedule.floor} ${schedule.building}`);
  return new Map([...floors].map(([floor, on]) => [floor, on
    .filter(({ state }) => state.status === 'free')
    .sort((one, other) => end(one.state) === end(other.state) ? 0 : end(other.state) - end(one.state))]));
}

const countFree = (/** @type {{ state: State }[]} */ rooms) => rooms.filter(({ state }) => state.status === 'free').length;

const rowOf = (/** @type {HTMLElement} */ element) => ({
  element,
  name: element.querySelector('h2'),
  word: element.querySelector('.when b'),
  detail: element.querySelector('.when span'),
});

class Directory {
  #screen = new Screen();
  #list = /** @type {HTMLElement} */ (part('rows'));
  #pages = new Pages(this.#list);
  #rows = new Map(this.#all('[data-room]').map(element => [Number(element.dataset.room), rowOf(element)]));
  #floors = new Map(this.#all('[data-floor]').map(element => [element.dataset.floor ?? '', element]));
  #ordered = this.#all(':is([data-room], [data-floor]):not([hidden])');

  start() {
    this.#screen.start(view => this.#draw(view));
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  #all(selector) {
    return [...this.#list.querySelectorAll(selector)].map(element => /** @type {HTMLElement} */ (element));
  }

  /** @param {View} view */
  #draw(view) {
    drawFrame(this.#screen, view);
    const all = [...view.rooms.values()].map(schedule => ({ schedule, state: view.stateOf(schedule) }));
    const items = this.#items(all, view.now);
    this.#order(items);
    const listed = pagesOf(items.map(item => item.dataset.floor !== undefined), this.#pages.rows, this.#pages.columns);
    this.#place(items, listed[this.#pages.turn(listed.length)] ?? []);
    this.#drawCount(all, view);
  }

  /**
   * The headings and rows of what is free, drawn.
   * @param {{ schedule: Schedule, state: State }[]} all
   * @param {number} now
   */
  #items(all, now) {
    const { times } = this.#screen;
    /** @type {HTMLElement[]} */
    const items = [];
    for (const [floor, rooms] of freeByFloor(all)) {
      if (rooms.length === 0) {
        continue;
      }

      items.push(/** @type {HTMLElement} */ (this.#floors.get(floor)));
      for (const { schedule, state } of rooms) {
        const row = this.#rows.get(schedule.id);
        if (row) {
          items.push(row.element);
          paint(row.element, 'free', 'row');
          write(row.name, schedule.name);
          write(row.word, times.until(state.freeUntil, now));
          write(row.detail, times.freeFor(state.freeUntil, now));
        }
      }
    }

    return items;
  }

  /**
   * Brings the elements into the order in which they are read, where that has changed.
   * @param {HTMLElement[]} items
   */
  #order(items) {
    if (items.length !== this.#ordered.length || items.some((item, index) => item !== this.#ordered[index])) {
      this.#ordered = items;
      this.#list.append(...items);
    }
  }

  /**
   * Shows the items of a page in their places, and hides all others.
   * @param {HTMLElement[]} items
   * @param {number[]} page
   */
  #place(items, page) {
    const shown = new Set(page.map(index => items[index]));
    for (const { element } of this.#rows.values()) {
      show(element, shown.has(element));
    }

    for (const floor of this.#floors.values()) {
      show(floor, shown.has(floor));
    }

    page.forEach((index, position) => {
      const item = items[index];
      const [column, row] = [Math.floor(position / this.#pages.rows) + 1, position % this.#pages.rows + 1];
      const style = `grid-area:${row}/${column}`;
      if (item && item.getAttribute('style') !== style) {
        item.setAttribute('style', style);
      }
    });
  }

  /**
   * @param {{ schedule: Schedule, state: State }[]} all
   * @param {View} view
   */
  #drawCount(all, view) {
    const count = countFree(all);
    const isKnown = view.belief !== 'unknown';
    show(part('count'), isKnown);
    write(part('count'), count === 0 ? text('freeNone') : text(count === 1 ? 'freeOne' : 'freeMany', count));
    show(part('none'), count === 0);
    if (count === 0) {
      write(part('none')?.querySelector('b'), isKnown ? text('freeNone') : text('noCurrent'));
      write(part('none-next'), isKnown ? nextFree(all, view.now) : this.#lastKnown(view));
    }
  }

  /** "At 14:32: 12 of 30 rooms free". */
  #lastKnown(/** @type {View} */ view) {
    const rooms = [...view.rooms.values()];
    const free = countFree(rooms.map(schedule => ({ state: view.lastKnown(schedule) })));
    return text('freeLast', this.#screen.times.time(view.asOf), free, rooms.length);
  }
}

/**
 * "Next: Room 1.04 in 12 min".
 * @param {{ schedule: Schedule, state: State }[]} all
 * @param {number} now
 */
function nextFree(all, now) {
  const soonest = all.filter(({ state }) => state.heldUntil !== null)
    .sort((one, other) => Number(one.state.heldUntil) - Number(other.state.heldUntil))[0];
  return soonest ? text('freeNext', soonest.schedule.name, duration(Number(soonest.state.heldUntil) - now)) : '';
}

/** Draws the page from now on. */
export const start = () => new Directory().start();

start();
