// @ts-check
// Every room of a building with its status and its next change.
import { drain, paint, part, show, write } from './dom.js';
import { Pages, pagesOf } from './pages.js';
import { minutesUntil } from './schedule.js';
import { Screen, drawFrame } from './screen.js';
import { text } from './words.js';

/** @typedef {import('./screen.js').View} View */
/** @typedef {import('./schedule.js').Schedule} Schedule */

const screen = new Screen();
const { times } = screen;
const pages = new Pages(/** @type {HTMLElement} */ (part('rows')));
const extent = part('extent')?.textContent ?? '';
const rows = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-room]'))].map(element => ({
  id: Number(element.dataset.room),
  element,
  name: element.querySelector('h2'),
  word: element.querySelector('.when b'),
  detail: element.querySelector('.when span'),
  wedge: /** @type {HTMLElement | null} */ (element.querySelector('room-wedge')),
}));
const counts = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-status]'))].map(element => ({
  status: { 's-available': 'free', 's-ending': 'ending_soon', 's-occupied': 'occupied' }[element.dataset.status ?? ''] ?? '',
  number: element.querySelector('b'),
}));
const headings = rows.map(() => false);

screen.start(view => {
  drawFrame(screen, view);
  const { now } = view;
  /** @type {Record<string, number>} */
  const found = {};
  const listed = pagesOf(headings, pages.rows, pages.columns);
  const shown = listed[pages.turn(listed.length)] ?? [];
  const [first, last] = [shown[0] ?? 0, shown.at(-1) ?? -1];
  rows.forEach((row, index) => {
    const room = /** @type {Schedule} */ (view.rooms.get(row.id));
    const state = view.stateOf(room);
    found[state.status] = (found[state.status] ?? 0) + 1;
    const isShown = index >= first && index <= last;
    show(row.element, isShown);
    if (!isShown) {
      return;
    }

    paint(row.element, state.status, 'row');
    write(row.name, room.name);
    write(row.word, text(state.status));
    if (state.status === 'unknown') {
      write(row.detail, text('wasAt', times.time(view.asOf), text(view.lastKnown(room).status)));
    } else {
      write(row.detail, times.row(state, now));
    }

    if (state.status === 'ending_soon') {
      drain(row.wedge, minutesUntil(/** @type {number} */ (state.heldUntil), now));
    }
  });
  for (const count of counts) {
    write(count.number, String(found[count.status] ?? 0));
  }

  show(part('counts'), view.belief !== 'unknown');
  write(part('extent'), view.belief === 'unknown' ? text('noCurrent') : extent);
});
