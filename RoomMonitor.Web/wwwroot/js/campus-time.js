// The campus clock in the browser: the server says in <html data-campus-now> what its clocks show, which may be years away
// (Clock:StartAt), and the browser counts on from there. One timer for everything that changes with the minute.

import { CampusCalendar, pageMade } from './campus-calendar.js';
import { written } from './texts.js';

const root = document.documentElement;
const minute = 60_000;
const believed = Number(root.dataset.believedMs);
const members = new Set();
let timer = 0;
let asOf = null;
let alarm = 0;

// Since the page was made performance.now() has counted, whatever the computer's clock says. From here on that one counts: it goes on in a
// machine that sleeps, and no news corrects the other (kiosk/server-clock.js).
const offset = Date.parse(root.dataset.campusNow) - (Date.now() - (performance.now() - pageMade()));

const calendar = new CampusCalendar(root.dataset.campusZone);

/** The campus's present instant, in milliseconds. */
export const campusNow = () => Date.now() + offset;

export const timeOfDay = instant => written('time', calendar.parts(instant));

export const timeOfDayWithSeconds = instant => written('timeWithSeconds', calendar.parts(instant));

/** "Tue 24 Nov", as the server's CampusFormats.ShortDay. */
export const dateOf = instant => written('day', calendar.parts(instant));

/** Whether the browser's own clock is set to another zone's time now. */
export function isElsewhere() {
  const now = new Date(campusNow());
  const campus = calendar.now(now.getTime());
  return campus.hour !== now.getHours() || campus.minute !== now.getMinutes();
}

/** Whether an instant lies on a later campus day than the one that runs. */
export const isPastToday = instant => calendar.isPastToday(instant, campusNow());

/** The instant up to which the page is true while the circuit is down; null while it is up. */
export const frozenAt = () => asOf;

/** An element whose refresh() is called now, each minute, and when the circuit goes down or comes back. */
export class MinuteElement extends HTMLElement {
  connectedCallback() {
    members.add(this);
    this.refresh();
  }

  disconnectedCallback() {
    members.delete(this);
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.refresh();
    }
  }
}

/** Whether what was true when the circuit went down may no longer be believed: it is too old, or past its next known change. */
export const isTooOld = until => asOf !== null && (campusNow() - asOf >= believed || campusNow() >= until);

/** Stops what counts, at an instant; null lets it go on. */
export function freeze(instant) {
  asOf = instant;
  clearTimeout(alarm);
  if (instant !== null) {
    alarm = setTimeout(refreshAll, Math.max(0, instant + believed - campusNow()) + 50);
  }

  refreshAll();
}

/** Writes into a text node that Blazor may own, without replacing it. */
export function write(element, text) {
  if (element.firstChild?.nodeType !== Node.TEXT_NODE) {
    element.textContent = text;
  } else if (element.firstChild.data !== text) {
    element.firstChild.data = text;
  }
}

function refreshAll() {
  for (const member of members) {
    member.refresh();
  }
}

function schedule() {
  clearTimeout(timer);
  // A little after the full minute: what the server pushes at that very second comes first.
  timer = setTimeout(() => {
    refreshAll();
    schedule();
  }, minute - campusNow() % minute + 150);
}

schedule();
// Timers sleep in hidden tabs and suspended machines.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    refreshAll();
    schedule();
  }
});
