// @ts-check
// A registered screen's own line to the server: what it is told (identify, reload, placed, revoked), what it reports, and what it does for whoever
// stands before it. Its token is in a cookie that no script sees. No dependency; made to run for months: one event stream, two timers,
// nothing that grows.
import { isOwn } from './own-answer.js';

/**
 * What a screen says about itself.
 * @typedef {object} DeviceFacts
 * @property {string} page such as `/kiosk/rooms/12`
 * @property {string} version of the server that the page came from
 * @property {number} width in CSS pixels
 * @property {number} height in CSS pixels
 * @property {number} skew_ms how far the screen's clock is ahead of the server's
 * @property {number | null} data_age_ms how old its news are; null where it has none
 * @property {'live' | 'polling' | 'lost'} connection
 * @property {number[]} freshness_ms from commit to pixel, as it measured the last changes that it showed
 * @property {number} unseen how many changes it has missed
 */

/**
 * How an act went. Never an exception: a screen with nobody near has none to tell.
 * @typedef {object} Answer
 * @property {boolean} ok
 * @property {number} status of HTTP; 0 where the server could not be reached, also where a proxy answers in its place
 * @property {any} [reservation] what was booked or changed
 * @property {any} [schedule] of `schedule`
 * @property {any} [problem] why not (RFC 9457); absent where the server could not be reached
 */

/**
 * @typedef {object} DeviceOptions
 * @property {(event: {name: string, seconds: number}) => void} [onIdentify] show the name big for so many seconds
 * @property {() => void} [onReload] load the page anew
 * @property {(event: {page: string, stamp: string}) => void} [onPlaced] what the screen stands for, on connecting and when it changes
 * @property {() => void} [onRevoked] go on as an anonymous screen; told once
 * @property {number} [reportEvery] milliseconds
 */

const base = 'kiosk/device/';

/** A request that hangs must not hold up the next report for ever. */
const timeout = 15_000;

/** Changes that come together are told together. */
const settle = 2_000;

/** After the stream broke in a way that the browser doesn't mend by itself, such as a 503 of a proxy: once, then ever later. */
const reopenFrom = 5_000;
const reopenAtMost = 120_000;

/** ±10 %, so that a thousand screens that started together don't report together. */
export function jittered(milliseconds, random = Math.random()) {
  return Math.round(milliseconds * (0.9 + 0.2 * random));
}

/** Whether a screen has to say so before its next regular report. What always moves a little is no change. */
export function isNews(before, now) {
  return before === null
    || ['page', 'version', 'width', 'height', 'connection'].some(name => before[name] !== now[name])
    || Math.abs(before.skew_ms - now.skew_ms) > 5_000;
}

/** As the server takes them: whole milliseconds, and no longer address than it keeps. */
export function asReported(facts) {
  const whole = number => (Number.isFinite(number) ? Math.round(number) : null);
  return {
    ...facts,
    page: facts.page.slice(0, 200),
    skew_ms: Math.max(-2e9, Math.min(2e9, whole(facts.skew_ms) ?? 0)),
    data_age_ms: whole(facts.data_age_ms),
    freshness_ms: facts.freshness_ms.map(whole).filter(sample => sample !== null),
  };
}

/** A version 4 UUID, also where the page is not a secure context (http on a campus network), in which `crypto.randomUUID` is missing. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * Connects a screen that holds a token. Without one the first answer is a 401, and `onRevoked` is told.
 * @param {DeviceOptions} [options]
 */
export function connectDevice({ onIdentify, onReload, onPlaced, onRevoked, reportEvery = 60_000 } = {}) {
  /** @type {EventSource | null} */
  let stream = null;
  /** @type {DeviceFacts | null} */
  let facts = null;
  /** @type {DeviceFacts | null} */
  let told = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let reportTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let reopenTimer;
  let reportAt = Infinity;
  let reopenIn = reopenFrom;
  let isEnded = false;
  let isReporting = false;

  /** @returns {Promise<{status: number, body: any}>} */
  async function ask(path, body) {
    try {
      const response = await fetch(base + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(timeout),
      });
      if (!isOwn(response)) {
        throw new Error(`Somebody else answers: HTTP ${response.status}`);
      }

      const answer = response.headers.get('Content-Type')?.includes('json') ? await response.json() : null;
      if (response.status === 401) {
        revoked();
      }

      return { status: response.status, body: answer };
    } catch (error) {
      console.debug('kiosk device:', path, error);
      return { status: 0, body: null };
    }
  }

  /** @returns {Promise<Answer>} */
  async function act(path, body) {
    const { status, body: answer } = await ask(path, body);
    return status >= 200 && status < 300
      ? { ok: true, status, reservation: answer }
      : { ok: false, status, problem: answer ?? undefined };
  }

  function revoked() {
    if (!isEnded) {
      close();
      onRevoked?.();
    }
  }

  function open() {
    if (isEnded) {
      return;
    }

    stream = new EventSource(`${base}events/`);
    stream.addEventListener('open', () => {
      reopenIn = reopenFrom;
      // The server may have been started anew, and know nothing of this screen.
      told = null;
      plan(settle);
    });
    stream.addEventListener('identify', event => onIdentify?.(JSON.parse(event.data)));
    stream.addEventListener('reload', () => onReload?.());
    stream.addEventListener('placed', event => onPlaced?.(JSON.parse(event.data)));
    stream.addEventListener('revoked', () => revoked());
    stream.addEventListener('error', () => {
      // The browser reconnects by itself unless it was answered with something else than events: that may be a 401, or a server that starts.
      if (stream?.readyState === EventSource.CLOSED) {
        stream = null;
        reopenTimer = setTimeout(reopen, jittered(reopenIn));
        reopenIn = Math.min(reopenIn * 2, reopenAtMost);
      }
    });
  }

  async function reopen() {
    const { status } = await ask('');
    if (status !== 401) {
      open();
    }
  }

  /** The earlier of what is planned and this. */
  function plan(milliseconds) {
    const at = Date.now() + milliseconds;
    // Also where the clock was set back by hours: then all that is planned is too far.
    if (!isEnded && (at < reportAt || reportAt - Date.now() > reportEvery * 2)) {
      clearTimeout(reportTimer);
      reportAt = at;
      reportTimer = setTimeout(send, milliseconds);
    }
  }

  async function send() {
    reportAt = Infinity;
    if (facts && !isReporting) {
      isReporting = true;
      const sent = facts;
      // Whether it arrived or not: where it didn't, the next regular one or the stream that opens again tells it, and no burst of attempts.
      told = sent;
      await ask('report/', asReported(sent));
      isReporting = false;
    }

    plan(jittered(reportEvery));
  }

  function close() {
    isEnded = true;
    clearTimeout(reportTimer);
    clearTimeout(reopenTimer);
    stream?.close();
    stream = null;
  }

  open();
  return {
    /**
     * Keeps what the screen says about itself: told within two seconds where it is news, else with the next regular report. Call it as often
     * as you like.
     * @param {DeviceFacts} now
     */
    report(now) {
      facts = now;
      if (isNews(told, now)) {
        plan(settle);
      }
    },

    /**
     * Books from now on, up to the next reservation. Asks once more by itself where the server could not be reached: the key keeps it from
     * booking twice.
     * @param {number} roomId
     * @param {15 | 30 | 45 | 60} minutes
     * @returns {Promise<Answer>}
     */
    async book(roomId, minutes) {
      const request = { room_id: roomId, minutes, key: newKey() };
      const answer = await act('book/', request);
      return answer.status === 0 || answer.status === 503 ? act('book/', request) : answer;
    },

    /** @param {number} reservationId @returns {Promise<Answer>} */
    checkIn: reservationId => act('check-in/', { reservation_id: reservationId }),

    /** Up to the next reservation. @param {number} reservationId @param {15 | 30} minutes @returns {Promise<Answer>} */
    extend: (reservationId, minutes) => act('extend/', { reservation_id: reservationId, minutes }),

    /** @param {number} reservationId @returns {Promise<Answer>} */
    end: reservationId => act('end/', { reservation_id: reservationId }),

    /**
     * A room's slots with who came, and with purpose and organiser where the screen may show them, as `schedule`.
     * @param {number} roomId
     * @returns {Promise<Answer>}
     */
    async schedule(roomId) {
      const { reservation, ...answer } = await act(`schedule/?room_id=${encodeURIComponent(roomId)}`, undefined);
      return answer.ok ? { ...answer, schedule: reservation } : answer;
    },

    /** Whether the server can tell this screen something now. */
    get isConnected() {
      return stream?.readyState === EventSource.OPEN;
    },

    close,
  };
}
