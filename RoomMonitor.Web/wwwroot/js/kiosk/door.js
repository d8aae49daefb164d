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

const screen = new Screen();
const { times } = screen;
const timeline = new Timeline(/** @type {HTMLElement} */ (part('timeline')), screen.calendar, screen.openingHours, times);
const box = part('acts');
const acts = box ? new Acts(box, screen) : null;
const wedges = [...document.querySelectorAll('room-wedge')];
const base = screen.isEink ? 'eink' : 'door';

/** What was said last, and what e-ink shows. */
let announced = '';
let drawn = '';
let drawnAt = -Infinity;

screen.start(view => {
  const room = /** @type {Schedule} */ (view.rooms.values().next().value);
  const state = view.stateOf(room);
  if (screen.isEink) {
    drawInk(room, state, view);
  } else {
    drawPanel(room, state, view);
  }
});

/**
 * @param {Schedule} room
 * @param {State} state
 * @param {View} view
 */
function drawPanel(room, state, view) {
  const { now } = view;
  const isKnown = state.status !== 'unknown';
  paint(document.body, state.status, base);
  write(part('name'), room.name);
  write(part('clock'), times.clock(now));
  write(part('date'), times.date(now, 'day'));
  write(part('word'), text(state.status));
  drawLead(state, view);
  drawFacts(room, state, view);
  timeline.draw(room.slots, now, isKnown);
  timeline.moveNow(now, isKnown);
  const isAged = view.belief === 'aged' || (view.connection === 'lost' && now - view.asOf > cutTold);
  write(part('note'), [isKnown && isAged ? text('asOf', times.time(view.asOf)) : '', screen.note].filter(Boolean).join(', '));
  if (state.status === 'ending_soon') {
    for (const wedge of wedges) {
      drain(/** @type {HTMLElement} */ (wedge), minutesUntil(/** @type {number} */ (state.heldUntil), now));
    }
  }

  acts?.draw(room, state, view);
  announce(room, state, now);
}

/**
 * @param {State} state
 * @param {View} view
 */
function drawLead(state, { now, asOf }) {
  const change = state.heldUntil ?? state.freeUntil;
  switch (state.status) {
    case 'unknown':
      write(part('lead'), text('noConnection'));
      write(part('left'), text('since', times.time(asOf)));
      break;
    case 'ending_soon':
      write(part('lead'), text('freeIn', duration(/** @type {number} */ (change) - now)));
      write(part('left'), text('at', times.when(/** @type {number} */ (change), now)));
      break;
    default:
      write(part('lead'), times.until(change, now));
      write(part('left'), times.left(change, now));
      break;
  }
}

/**
 * @param {Schedule} room
 * @param {State} state
 * @param {View} view
 */
function drawFacts(room, state, view) {
  const { now, asOf } = view;
  if (state.status === 'unknown') {
    facts(text('atTime', times.time(asOf)), times.was(view.lastKnown(room), asOf), text('now'), text('knockFirst'));
    return;
  }

  const next = state.next ? times.slot(state.next, false, room, now) : text('nothingNext');
  if (state.current) {
    facts(text('now'), times.slot(state.current, true, room, now), text('next'), next);
  } else {
    facts(text('next'), next, '', '');
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

/**
 * Black and white: what is the same is left alone, but for once in half an hour, so that "as of" never gets old.
 * @param {Schedule} room
 * @param {State} state
 * @param {View} view
 */
function drawInk(room, state, view) {
  const { now, asOf } = view;
  const isKnown = state.status !== 'unknown';
  const isAged = isKnown && view.belief === 'aged';
  const says = JSON.stringify([room.name, room.slots, room.claim, state.status, state.heldUntil, state.freeUntil, state.changesAt, isAged, times.date(now, 'day'), screen.note]);
  if (says === drawn && performance.now() - drawnAt < redrawnEvery) {
    return;
  }

  drawn = says;
  drawnAt = performance.now();
  paint(document.body, state.status, base);
  write(part('name'), room.name);
  write(part('date'), times.date(now, 'day'));
  write(part('word'), text(state.status));
  write(part('lead'), isKnown ? times.until(state.heldUntil ?? state.freeUntil, now) : text('noConnection'));
  write(part('left'), '');
  drawFacts(room, state, view);
  timeline.draw(room.slots, now, isKnown);
  write(part('note'), [text('asOf', times.time(isKnown && !isAged ? now : asOf)), screen.note].filter(Boolean).join(', '));
  announce(room, state, now);
}

/**
 * Says a change of the status to who can't see it; never the countdown.
 * @param {Schedule} room
 * @param {State} state
 * @param {number} now
 */
function announce(room, state, now) {
  if (state.status === announced) {
    return;
  }

  const isFirst = announced === '';
  announced = state.status;
  if (!isFirst) {
    const detail = state.status === 'unknown' ? text('noConnection') : times.until(state.heldUntil ?? state.freeUntil, now);
    write(document.getElementById('said'), text('announcement', room.name, text(state.status), detail));
  }
}
