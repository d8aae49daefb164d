// @ts-check
// What all screens do: they know the server's clock, keep their rooms by the feed, draw once a second and at each change, and look after
// themselves.
import { CampusCalendar, pageMade } from '../campus-calendar.js';
import { believedAt } from './age.js';
import { mark, part, show, write } from './dom.js';
import { Feed } from './feed.js';
import { Freshness } from './freshness.js';
import { LastKnown } from './last-known.js';
import { isOwn } from './own-answer.js';
import { followVersion, reload } from './reload.js';
import { read, stateAt } from './schedule.js';
import { ServerClock } from './server-clock.js';
import { Watchdog } from './watchdog.js';
import { Times, duration, text } from './words.js';

/** @typedef {import('./schedule.js').Schedule} Schedule */
/** @typedef {import('./schedule.js').State} State */

/**
 * @typedef {object} Device
 * @property {number} id
 * @property {string} name
 * @property {number[]} room_ids
 * @property {boolean} shows_details
 * @property {boolean} may_book
 * @property {string} stamp differs when the screen stands for something else, or gets another right
 *
 * @typedef {object} View what is to be drawn
 * @property {number} now campus time
 * @property {'fresh' | 'aged' | 'unknown'} belief
 * @property {number} asOf campus time of the last news
 * @property {'opening' | 'live' | 'polling' | 'lost'} connection opening: the first one, of which nothing is known yet
 * @property {Map<number, Schedule>} rooms in the order in which people read them, which the page has from the server
 * @property {(schedule: Schedule) => State} stateOf unknown where nobody knows
 * @property {(schedule: Schedule) => State} lastKnown
 */

const skewTold = 30_000;
const reportEvery = 10_000;
const stepped = 5_000;
const answerWithin = 5_000;
const versionEvery = 3_600_000;
const linkAgainAfter = 10_000;
/** Set where this browser is a registered screen: its token is in a cookie that no script sees. */
const registered = 'roommonitor-kiosk-registered';

/** Not in a browser that keeps nothing: it keeps no token either. */
function wasRegistered() {
  try {
    return localStorage.getItem(registered) !== null;
  } catch {
    return false;
  }
}

export class Screen {
  clock;
  calendar;
  times;
  feed;
  /** @type {Device | null} */
  device;
  /** @type {[first: number, last: number]} */
  openingHours;
  /** @type {import('./acts.js').Choices} */
  choices;
  /** @type {any} */
  link = null;

  #data;
  /** @type {'room' | 'overview'} */
  #channel;
  #freshness;
  #lastKnown;
  #watchdog = new Watchdog();
  /** @type {(view: View) => void} */
  #draw = () => { };
  /** @type {Map<number, { schedule: Schedule, state: State, from: number }>} */
  #states = new Map();
  #step = Date.now() - performance.now();
  /** @type {{ by: number, at: number } | null} */
  #slept = null;
  #reportedAt = -Infinity;
  #versionAt = performance.now();
  #isRevoked = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #identityUntil = 0;

  constructor() {
    const data = JSON.parse(/** @type {HTMLElement} */ (document.getElementById('kiosk')).textContent ?? '');
    const received = pageMade();
    this.#data = data;
    this.#channel = data.socket.includes('overview/') ? 'overview' : 'room';
    this.device = data.device;
    this.openingHours = data.opening_hours;
    this.choices = { lengths: data.booking_minutes, extensions: data.extension_minutes };
    this.clock = new ServerClock(Date.parse(data.server_time) - received);
    this.calendar = new CampusCalendar(data.zone);
    this.times = new Times(this.calendar);
    this.#freshness = new Freshness(this.clock);
    this.#lastKnown = new LastKnown(data.zone);
    this.feed = new Feed({
      socket: data.socket,
      rooms: data.rooms.map(read),
      newsAt: received,
      clock: this.clock,
      load: signal => this.#load(signal),
      hasDetails: this.#hasOwnSchedule,
      events: {
        onChange: timestamp => this.#changed(timestamp),
        onOpen: () => {
          this.#askVersion();
          this.#askWhoItIs();
        },
        onOtherRooms: () => reload('other rooms'),
        onConnection: () => this.drawNow(),
      },
    });
  }

  get isEink() {
    return this.#data.eink === true;
  }

  /** @param {(view: View) => void} draw */
  async start(draw) {
    this.#draw = draw;
    this.#tick();
    // A tablet that is turned has another number of rows.
    addEventListener('resize', () => this.drawNow());
    if (this.device) {
      localStorage.setItem(registered, '');
      await this.#link();
    }
  }

  /** Draws what is known, now. */
  drawNow() {
    try {
      const view = this.#view();
      this.#draw(view);
      this.#watchdog.beat();
      this.#lastKnown.follow(view);
    } catch (error) {
      reportError(error);
    }
  }

  /** What small print there is: a wrong clock, a registration that was taken back. */
  get note() {
    const { skew } = this.feed;
    return [
      this.#isRevoked ? text('revoked') : '',
      skew !== null && Math.abs(skew) > skewTold ? text(skew > 0 ? 'skewAhead' : 'skewBehind', duration(Math.abs(skew))) : '',
    ].filter(Boolean).join(', ');
  }

  /** A door's screen asks for its own schedule, which also says who came, and what it may show. */
  get #hasOwnSchedule() {
    return this.device?.room_ids.length === 1 && this.device.room_ids[0] === this.#data.rooms[0].room_id && this.#data.rooms.length === 1;
  }

  #tick() {
    clearTimeout(this.#timer);
    this.#noticeSleep();
    this.drawNow();
    this.#report();
    show(document.getElementById('identity'), performance.now() < this.#identityUntil);
    if (performance.now() - this.#versionAt > versionEvery) {
      this.#askVersion();
    }

    // At the next full second of the server, a little later than sooner.
    this.#timer = setTimeout(() => this.#tick(), 1_000 - this.clock.now() % 1_000 + 2);
  }

  /** @returns {View} */
  #view() {
    const steady = performance.now();
    const now = this.clock.now(steady);
    const age = steady - this.feed.newsAt;
    const belief = believedAt(age, this.#data.unknown_after_ms, this.#channel);
    return {
      now,
      belief,
      asOf: now - age,
      connection: this.feed.isOpening ? 'opening' : this.feed.connection,
      rooms: this.feed.rooms,
      stateOf: schedule => belief === 'unknown' ? unknown : this.#stateOf(schedule, now),
      lastKnown: schedule => stateAt(schedule, Math.min(now - age, schedule.until - 1)),
    };
  }

  /**
   * Worked out when the schedule or the room changes, not each second.
   * @param {Schedule} schedule
   * @param {number} now
   */
  #stateOf(schedule, now) {
    let known = this.#states.get(schedule.id);
    if (!known || known.schedule !== schedule || now >= known.state.changesAt || now < known.from) {
      known = { schedule, state: stateAt(schedule, now), from: now };
      this.#states.set(schedule.id, known);
    }

    return known.state;
  }

  /** @param {number | null} timestamp */
  #changed(timestamp) {
    this.#slept = null;
    this.drawNow();
    if (timestamp !== null) {
      this.#freshness.measure(timestamp);
    }
  }

  /**
   * The steady clock stands still while the machine sleeps, the other one may be set. Which of the two it was the server tells; where it doesn't
   * answer, the time counts as slept, for what is too old must not be shown.
   */
  #noticeSleep() {
    const steady = performance.now();
    const step = Date.now() - steady;
    const by = step - this.#step;
    this.#step = step;
    if (Math.abs(by) > stepped) {
      this.feed.ask();
      this.#slept = by > 0 ? { by: by + (this.#slept?.by ?? 0), at: steady } : null;
      this.feed.refresh();
      this.#askVersion();
    }

    if (this.#slept && steady - this.#slept.at > answerWithin) {
      this.clock.skip(this.#slept.by);
      this.feed.newsAt -= this.#slept.by;
      this.#slept = null;
    }
  }

  async #askVersion() {
    this.#versionAt = performance.now();
    this.feed.compareClock(await followVersion(this.#data.version));
  }

  /** A registered screen whose page was made while the server couldn't look it up loads again as what it is. */
  async #askWhoItIs() {
    if (this.device || this.#isRevoked || !wasRegistered()) {
      return;
    }

    const answer = await fetch('kiosk/device/', { cache: 'no-store' }).catch(() => null);
    if (!answer || !isOwn(answer)) {
      // Nobody, or somebody else such as a proxy's sign-in.
      return;
    }

    if (answer.ok) {
      reload('registered');
    } else if (answer.status === 401) {
      localStorage.removeItem(registered);
    }
  }

  /** @param {AbortSignal} signal */
  async #load(signal) {
    if (this.#hasOwnSchedule && this.link) {
      const answer = await this.link.schedule(this.#data.rooms[0].room_id);
      if (answer.ok) {
        return { schedules: [answer.schedule], date: null };
      }
    }

    const answer = await fetch(this.#data.schedule, { signal, cache: 'no-store', credentials: 'omit' });
    if (answer.status === 404) {
      reload('no such room');
    }

    if (!answer.ok) {
      throw new Error(`HTTP ${answer.status}`);
    }

    const body = await answer.json();
    return { schedules: Array.isArray(body) ? body : [body], date: answer.headers.get('Date') };
  }

  /** The registered screen's own line: acts, reports, and what the administrator wants of it. */
  async #link() {
    const device = await import('./device.js').catch(() => null);
    if (device === null) {
      setTimeout(() => this.#link(), linkAgainAfter);
      return;
    }

    this.link = device.connectDevice({
      onIdentify: (/** @type {{ name: string, seconds: number }} */ { name, seconds }) => {
        write(document.querySelector('#identity b'), name);
        this.#identityUntil = performance.now() + seconds * 1_000;
        show(document.getElementById('identity'), true);
      },
      onPlaced: (/** @type {{ page: string, stamp: string }} */ { page, stamp }) => {
        if (this.device && stamp !== this.device.stamp) {
          reload(`placed ${stamp}`, withLook(page));
        }
      },
      onReload: () => reload(`wanted ${Math.floor(performance.now() / 1_000)}`),
      onRevoked: () => {
        this.#isRevoked = true;
        this.device = null;
        localStorage.removeItem(registered);
        this.feed.forgetDetails();
        this.drawNow();
      },
    });
    if (this.#hasOwnSchedule) {
      this.feed.refresh();
    }
  }

  #report() {
    const steady = performance.now();
    if (!this.device || !this.link || steady - this.#reportedAt < reportEvery) {
      return;
    }

    this.#reportedAt = steady;
    this.link.report({
      page: location.pathname + location.search,
      version: this.#data.version,
      width: innerWidth,
      height: innerHeight,
      skew_ms: this.feed.skew ?? 0,
      data_age_ms: Math.round(steady - this.feed.newsAt),
      connection: this.feed.connection,
      freshness_ms: this.#freshness.times,
      unseen: this.#freshness.unseen,
    });
  }
}

/** Another page, in the looks of this one. @param {string} page relative to the base address */
function withLook(page) {
  const address = new URL(page, document.baseURI);
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name !== 'building' && name !== 'floor') {
      address.searchParams.set(name, value);
    }
  }

  return address.href;
}

/** @type {State} */
const unknown = { status: 'unknown', heldUntil: null, freeUntil: null, current: null, next: null, changesAt: Infinity };

/**
 * The head and the foot that overviews have in common.
 * @param {Screen} screen
 * @param {View} view
 */
export function drawFrame(screen, view) {
  write(part('clock'), screen.times.clock(view.now));
  write(part('date'), screen.times.date(view.now, 'longDay'));
  const isLive = view.belief === 'fresh' && view.connection === 'live';
  mark(part('live'), 'class', `live ${isLive ? '' : 'not'}`);
  write(part('live-word'), isLive ? text('live') : view.belief === 'fresh' && view.connection === 'lost' ? text('reconnecting') : text('asOf', screen.times.time(view.asOf)));
  write(part('note'), screen.note);
  show(part('lost'), view.belief === 'unknown');
  write(part('lost'), view.belief === 'unknown' ? text('noConnectionSince', screen.times.time(view.asOf)) : '');
}
