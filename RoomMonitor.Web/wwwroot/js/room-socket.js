// @ts-check
// The live status of rooms for any page: a WebSocket that comes back by itself, in an ES module without build or dependency.
// The protocol is described in docs/websocket-protocol.md.
//
//   import { connect } from 'https://rooms.example.edu/js/room-socket.js';
//   const socket = connect('wss://rooms.example.edu/ws/rooms/12/', { onMessage: message => console.log(message.status) });

/**
 * @typedef {'connecting' | 'connected' | 'reconnecting' | 'disconnected' | 'failed'} ConnectionStatus
 *   reconnecting: lost, and tried again by itself. disconnected: closed by the page, or not yet opened. failed: given up; `reconnect()`
 *   tries again, and so does the module when the network comes back or the page is looked at again.
 *
 * @typedef {object} RoomStatus
 * @property {number} room_id
 * @property {string} room_name
 * @property {string} building
 * @property {number} floor
 * @property {number} capacity
 * @property {boolean} is_occupied
 * @property {'free' | 'occupied' | 'ending_soon'} occupancy_status
 * @property {number | null} time_until_free minutes
 * @property {number} reservations_today
 * @property {string | null} next_available HH:mm on campus
 * @property {string | null} next_available_at RFC 3339
 * @property {string | null} free_until RFC 3339
 * @property {number} current_attendees
 * @property {number | null} current_reservation_id
 *
 * @typedef {object} RoomMessage one message of the server; which fields it has depends on its type
 * @property {string} type
 * @property {string} timestamp RFC 3339, campus time as an instant
 * @property {string} [epoch] "poll" in messages that were made from a poll
 * @property {number} [sequence]
 * @property {RoomStatus} [status]
 * @property {RoomStatus[]} [rooms]
 * @property {number} [room_id]
 * @property {string} [event_type]
 * @property {number | null} [reservation_id]
 * @property {Record<string, unknown> | null} [reservation]
 * @property {string} [code]
 * @property {string} [message]
 *
 * @typedef {object} StatusDetail
 * @property {number} attempt the try that runs or comes next, 1 to `maxReconnectAttempts`; 0 when none is due
 * @property {number} delay milliseconds until that try
 * @property {'socket' | 'polling' | 'none'} transport where news comes from now
 *
 * @typedef {object} Closing
 * @property {number} code
 * @property {string} reason
 *
 * @typedef {object} ConnectOptions
 * @property {boolean} [enabled] false: nothing is opened until `reconnect()`
 * @property {(message: RoomMessage) => void} [onMessage] news, in order: never an older state after a newer one
 * @property {() => void} [onOpen] the socket is open
 * @property {(closing: Closing) => void} [onClose] the socket was open and no longer is
 * @property {(error: Error) => void} [onError] a try failed, or the server refused something
 * @property {(status: ConnectionStatus, detail: StatusDetail) => void} [onStatus] the status changed, or another try is due
 * @property {number} [reconnectDelay] milliseconds before each try
 * @property {number} [maxReconnectAttempts] tries in a row before it gives up; Infinity for screens that nobody tends
 * @property {boolean} [backoff] let the delay double from `reconnectDelay` up to `maxReconnectDelay`, with chance in it, so that a fleet
 *   doesn't come back at one instant
 * @property {number} [maxReconnectDelay]
 * @property {boolean} [polling] ask over HTTP where sockets are blocked
 * @property {number} [pollInterval] milliseconds
 * @property {number} [heartbeatInterval] of the server, milliseconds: 30,000 for a room, 60,000 for overviews
 * @property {number} [patience] milliseconds to wait for an opening, an answer, or a heartbeat that is late
 */

const askSpacing = 1_000;
const slowestRetry = 60_000;
const cautious = 10_000;
const fairWindow = 10_000;
const fairMessages = 15;
const mostMessages = 20;
const mostBytes = 4_096;
const steppedClock = 60_000;

const request = JSON.stringify({ type: 'status.request' });

/** @param {...unknown} words */
const log = (...words) => console.debug('[room-socket]', ...words);

/** A moment, by both clocks: one stops while a machine sleeps, the other may be set. */
const mark = () => ({ wall: Date.now(), steady: performance.now() });

/** @param {{ wall: number, steady: number }} since */
const elapsed = since => Math.max(Date.now() - since.wall, performance.now() - since.steady);

/**
 * Calls back; what goes wrong there is the page's to hear of, and never stops the module.
 * @template {unknown[]} A
 * @param {((...args: A) => void) | undefined} callback
 * @param {A} args
 */
function tell(callback, ...args) {
  try {
    callback?.(...args);
  } catch (error) {
    reportError(error);
  }
}

/** @param {RoomMessage} message */
const isFull = message => Array.isArray(message.rooms)
  || ((message.type === 'room.status' || message.type === 'heartbeat') && message.status !== undefined);

/** Which messages are news, by epoch and sequence, and whether something is missing. */
class Sequence {
  /** @type {string | null} */
  #epoch = null;
  #number = -1;
  #time = 0;
  #isNew = true;
  /** @type {Set<string>} */
  #past = new Set();

  /** False: a status is needed, for something was missed. */
  isComplete = true;

  /** A connection opens: its first status says which epoch counts. */
  restart() {
    this.#isNew = true;
    this.isComplete = true;
    this.#past.clear();
  }

  /**
   * Whether to hand it out.
   * @param {RoomMessage} message
   */
  take(message) {
    const { epoch, sequence } = message;
    if (typeof epoch !== 'string' || typeof sequence !== 'number') {
      // Pongs and errors tell of no state.
      return true;
    }

    return isFull(message) ? this.#takeFull(message, epoch, sequence) : this.#takePart(message, epoch, sequence);
  }

  /**
   * @param {RoomMessage} message
   * @param {string} epoch
   * @param {number} sequence
   */
  #takeFull(message, epoch, sequence) {
    if (epoch !== this.#epoch) {
      if (!this.#isNew && this.#past.has(epoch)) {
        this.isComplete = false;
        return false;
      }

      if (this.#epoch !== null) {
        this.#past.add(this.#epoch);
      }

      this.#epoch = epoch;
    } else if (sequence < this.#number) {
      this.isComplete &&= !this.#isNew;
      return false;
    } else if (sequence === this.#number && this.isComplete && !this.#isNew && this.#isNotLater(message)) {
      return false;
    }

    this.#isNew = false;
    this.isComplete = true;
    return this.#advance(message, sequence);
  }

  /**
   * A change, or a heartbeat without the state.
   * @param {RoomMessage} message
   * @param {string} epoch
   * @param {number} sequence
   */
  #takePart(message, epoch, sequence) {
    const isBeat = message.type === 'heartbeat';
    if (this.#isNew || epoch !== this.#epoch) {
      this.isComplete = false;
      return false;
    }

    if (sequence < this.#number || (sequence === this.#number && (!isBeat || this.#isNotLater(message)))) {
      return false;
    }

    if (isBeat ? sequence > this.#number : sequence > this.#number + 1) {
      log('gap', this.#number, sequence);
      this.isComplete = false;
    }

    return isBeat && sequence > this.#number ? false : this.#advance(message, sequence);
  }

  /**
   * @param {RoomMessage} message
   * @param {number} sequence
   */
  #advance(message, sequence) {
    this.#number = sequence;
    this.#time = Date.parse(message.timestamp);
    return true;
  }

  /**
   * A repeated or overtaken message of the same state; much older is a server whose clock was set.
   * @param {RoomMessage} message
   */
  #isNotLater(message) {
    const age = this.#time - Date.parse(message.timestamp);
    return age >= 0 && age < steppedClock;
  }
}

/** Made by {@link connect}. */
class RoomSocket {
  /** @type {Required<Omit<ConnectOptions, 'onMessage' | 'onOpen' | 'onClose' | 'onError' | 'onStatus'>>} */
  #options;
  /** @type {ConnectOptions} */
  #callbacks;
  #address;
  #roomId;
  /** @type {URL | null} */
  #pollAddress;
  #sequence = new Sequence();
  /** @type {ConnectionStatus} */
  #status = 'disconnected';
  /** @type {RoomMessage | null} */
  #lastMessage = null;
  /** @type {WebSocket | null} */
  #socket = null;
  #isOpen = false;
  #attempt = 0;
  #delay = 0;
  /** Tries in a row that brought no message. */
  #fruitless = 0;
  /**
   * Ends what belongs to one connection.
   * @type {AbortController | null}
   */
  #connection = null;
  /**
   * Ends what runs from `reconnect()` to `disconnect()`.
   * @type {AbortController | null}
   */
  #life = null;
  #heard = mark();
  #begun = mark();
  /** @type {{ wall: number, steady: number } | null} */
  #asked = null;
  #lastAsk = -Infinity;
  /** @type {number[]} */
  #sent = [];
  #offset = NaN;
  /** @type {AbortController | null} */
  #poll = null;
  #isPolling = false;
  #etag = '';
  #polled = 0;
  /** @type {RoomStatus[]} */
  #rooms = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retryTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #askTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pollTimer;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticker;

  /**
   * @param {string | URL} url
   * @param {ConnectOptions} options
   */
  constructor(url, options) {
    this.#address = new URL(url, document.baseURI);
    this.#address.protocol = this.#address.protocol.replace(/^http/, 'ws');
    const place = /^(.*)\/ws\/rooms\/(?:overview|(\d+))\/?$/.exec(this.#address.pathname);
    this.#roomId = place?.[2] ? Number(place[2]) : null;
    this.#pollAddress = place ? this.#pollAddressIn(place[1] ?? '') : null;
    this.#callbacks = options;
    this.#options = {
      enabled: options.enabled ?? true,
      reconnectDelay: options.reconnectDelay ?? 3_000,
      maxReconnectAttempts: options.maxReconnectAttempts ?? 5,
      backoff: options.backoff ?? false,
      maxReconnectDelay: options.maxReconnectDelay ?? 30_000,
      polling: options.polling ?? true,
      pollInterval: options.pollInterval ?? 30_000,
      heartbeatInterval: options.heartbeatInterval ?? (this.#roomId === null ? 60_000 : 30_000),
      patience: options.patience ?? 10_000,
    };
    if (this.#options.enabled) {
      // After the page has got the object, for its callbacks may use it.
      this.#status = 'connecting';
      queueMicrotask(() => this.#status === 'connecting' && this.#life === null && this.reconnect());
    }
  }

  get isConnected() {
    return this.#status === 'connected';
  }

  get connectionStatus() {
    return this.#status;
  }

  /**
   * Where news comes from now.
   * @returns {'socket' | 'polling' | 'none'}
   */
  get transport() {
    return this.isConnected ? 'socket' : this.#isPolling ? 'polling' : 'none';
  }

  /** What was handed out last; null before. */
  get lastMessage() {
    return this.#lastMessage;
  }

  /**
   * Sends, such as `{ type: 'ping' }`.
   * @param {object | string} message
   * @returns {boolean} false where it was not sent: no connection, over 4 KiB, or more than 15 in 10 s, for which the server would close
   */
  sendMessage(message) {
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    if (new TextEncoder().encode(text).length > mostBytes) {
      tell(this.#callbacks.onError, new Error(`Not sent: a message has at most ${mostBytes} bytes.`));
      return false;
    }

    return this.#send(text, fairMessages);
  }

  /** Opens now, anew where it is open, and counts tries from the start. */
  reconnect() {
    this.#end();
    this.#life = new AbortController();
    const { signal } = this.#life;
    addEventListener('online', () => this.#wake('online'), { signal });
    addEventListener('offline', () => this.#wake('offline'), { signal });
    addEventListener('pageshow', event => event.persisted && this.#wake('pageshow'), { signal });

    document.addEventListener('visibilitychange', () => document.hidden || this.#wake('visible'), { signal });
    document.addEventListener('resume', () => this.#wake('resume'), { signal });
    this.#begin('connecting');
  }

  /** Closes, and leaves nothing behind. */
  disconnect() {
    this.#end();
    this.#show('disconnected');
  }

  /** @param {string} base */
  #pollAddressIn(base) {
    const address = new URL(`${base}/api/rooms/status/`, this.#address);
    address.protocol = this.#address.protocol.replace(/^ws/, 'http');
    const building = this.#address.searchParams.get('building');
    if (building) {
      address.searchParams.set('building', building);
    }

    return address;
  }

  /** @param {ConnectionStatus} status */
  #begin(status) {
    clearInterval(this.#ticker);
    this.#ticker = setInterval(() => this.#tick(), Math.min(5_000, this.#options.patience / 2));
    this.#attempt = 0;
    this.#fruitless = 0;
    this.#open(status);
  }

  #end() {
    const wasOpen = this.#isOpen;
    this.#drop(1000);
    this.#stopPolling();
    this.#life?.abort();
    this.#life = null;
    clearTimeout(this.#retryTimer);
    clearInterval(this.#ticker);
    this.#attempt = 0;
    this.#delay = 0;
    if (wasOpen) {
      tell(this.#callbacks.onClose, { code: 1000, reason: '' });
    }
  }

  /**
   * Leaves the present connection, whose events no longer count.
   * @param {number} [code]
   */
  #drop(code) {
    this.#connection?.abort();
    this.#connection = null;
    clearTimeout(this.#askTimer);
    this.#askTimer = undefined;
    this.#asked = null;
    this.#isOpen = false;
    const socket = this.#socket;
    this.#socket = null;
    try {
      socket?.close(code);
    } catch (error) {
      log('close', error);
    }
  }

  /** @param {ConnectionStatus} status */
  #show(status) {
    const isNews = status !== this.#status || status === 'reconnecting' || status === 'connecting';
    this.#status = status;
    if (isNews) {
      log(status, this.#attempt || '', this.transport);
      tell(this.#callbacks.onStatus, status, { attempt: this.#attempt, delay: this.#delay, transport: this.transport });
    }
  }

  /** @param {ConnectionStatus} [status] */
  #open(status) {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = undefined;
    this.#drop();
    this.#fruitless++;
    this.#delay = 0;
    this.#begun = mark();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    let socket;
    try {
      socket = new WebSocket(this.#address);
    } catch (error) {
      log('cannot open', error);
    }

    this.#socket = socket ?? null;
    socket?.addEventListener('open', () => this.#opened(), { signal });
    socket?.addEventListener('message', event => this.#received(event.data), { signal });
    socket?.addEventListener('close', event => this.#lost(event.code, event.reason), { signal });
    if (status) {
      this.#show(status);
    }

    if (!socket) {
      this.#lost(1006, 'The browser refuses to open the socket.');
    }
  }

  #opened() {
    log('open', this.#address.href);
    this.#isOpen = true;
    this.#heard = mark();
    // The server sends a status by itself, which is waited for like one that was asked for.
    this.#asked = mark();
    this.#sent = [];
    this.#lastAsk = -Infinity;
    this.#sequence.restart();
    this.#show('connected');
    tell(this.#callbacks.onOpen);
  }

  /** @param {unknown} data */
  #received(data) {
    /** @type {RoomMessage | undefined} */
    let message;
    try {
      message = JSON.parse(String(data));
    } catch {
      log('no JSON', data);
    }

    if (typeof message?.type !== 'string') {
      return;
    }

    this.#heard = mark();
    this.#attempt = 0;
    this.#fruitless = 0;
    this.#stopPolling();
    if (this.#isOpen && this.#status !== 'connected') {
      // The line stands after all.
      this.#show('connected');
    }

    if (isFull(message)) {
      this.#asked = null;
    }

    if (this.#sequence.take(message)) {
      this.#offset = Date.parse(message.timestamp) - Date.now();
      this.#hand(message);
    } else {
      log('dropped', message.type, message.epoch, message.sequence);
    }

    // The callback may have closed it.
    if (this.#isOpen && !this.#sequence.isComplete) {
      this.#ask();
    }
  }

  /** @param {RoomMessage} message */
  #hand(message) {
    this.#lastMessage = message;
    if (message.type === 'error') {
      tell(this.#callbacks.onError, new Error(message.message ?? message.code ?? 'The server refused a message.'));
    }

    tell(this.#callbacks.onMessage, message);
  }

  /** Asks for a status; not more than once a second, and once until the answer is there. */
  #ask() {
    if (this.#asked || this.#askTimer !== undefined) {
      return;
    }

    const wait = this.#lastAsk + askSpacing - performance.now();
    if (wait > 0) {
      this.#askTimer = setTimeout(() => {
        this.#askTimer = undefined;
        this.#ask();
      }, wait);
      return;
    }

    log('asks for a status');
    this.#asked = mark();
    this.#lastAsk = performance.now();
    this.#send(request, mostMessages);
  }

  /**
   * @param {string} text
   * @param {number} most
   */
  #send(text, most) {
    const now = performance.now();
    this.#sent = this.#sent.filter(time => now - time < fairWindow);
    if (this.#socket?.readyState !== WebSocket.OPEN || this.#sent.length >= most) {
      return false;
    }

    this.#sent.push(now);
    this.#socket.send(text);
    return true;
  }

  /**
   * @param {number} code
   * @param {string} reason
   */
  #lost(code, reason) {
    const wasOpen = this.#isOpen;
    log('closed', code, reason);
    this.#drop();
    const life = this.#life;
    if (wasOpen) {
      tell(this.#callbacks.onClose, { code, reason });
    }

    if (!wasOpen || code === 1003 || code === 1008 || code === 1009) {
      tell(this.#callbacks.onError, new Error(wasOpen ? `The server closed with ${code}: ${reason}` : `No connection to ${this.#address.href}`));
    }

    // Unless a callback began anew, or ended it.
    if (life === this.#life && life !== null && this.#socket === null) {
      // Refused as too slow or too eager: coming back at once would be more of the same.
      this.#next(code === 1003 || code === 1008 || code === 1009 || code === 1013 ? cautious : 0);
    }
  }

  /**
   * After a loss or a failed try.
   * @param {number} least milliseconds
   */
  async #next(least) {
    const { maxReconnectAttempts, polling } = this.#options;
    const life = this.#life;
    const isLast = this.#attempt >= maxReconnectAttempts;
    if (!this.#isPolling && polling && this.#pollAddress && this.#fruitless > 0 && (this.#fruitless > 1 || isLast)) {
      this.#delay = 0;
      this.#show('reconnecting');
      this.#isPolling = await this.#pollOnce();
      if (life !== this.#life || this.#socket !== null || this.#retryTimer !== undefined) {
        return;
      }

      if (this.#isPolling) {
        this.#attempt = 0;
        this.#pollLater();
      }
    }

    if (this.#isPolling) {
      // Each time later: where sockets are blocked they stay blocked for long.
      this.#retryIn(Math.max(least, Math.min(slowestRetry, this.#options.reconnectDelay * 2 ** Math.min(10, Math.max(0, this.#fruitless - 2)))));
    } else if (isLast && navigator.onLine) {
      clearInterval(this.#ticker);
      this.#show('failed');
    } else {
      // Without a network tries say nothing about the server.
      this.#attempt += isLast ? 0 : 1;
      this.#retryIn(Math.max(least, this.#delayOf(this.#attempt)));
    }
  }

  /** @param {number} attempt */
  #delayOf(attempt) {
    const { reconnectDelay, backoff, maxReconnectDelay } = this.#options;
    const longest = Math.min(maxReconnectDelay, reconnectDelay * 2 ** Math.min(20, attempt - 1));
    return backoff ? longest * (0.5 + Math.random() / 2) : reconnectDelay;
  }

  /** @param {number} delay */
  #retryIn(delay) {
    this.#delay = delay;
    this.#begun = mark();
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => this.#open(), delay);
    this.#show('reconnecting');
  }

  /** Deadlines, also those that passed while the machine slept. */
  #tick() {
    const { heartbeatInterval, patience } = this.#options;
    if (this.#isOpen) {
      if (this.#asked && elapsed(this.#asked) > patience) {
        this.#lost(1006, 'No answer.');
      } else if (elapsed(this.#heard) > heartbeatInterval + patience) {
        this.#ask();
      }
    } else if (this.#socket) {
      if (elapsed(this.#begun) > patience) {
        this.#lost(1006, 'Not opened in time.');
      }
    } else if (this.#retryTimer !== undefined && elapsed(this.#begun) > this.#delay) {
      this.#open();
    }
  }

  /**
   * The network, the machine or the page came back, or the network went.
   * @param {string} cause
   */
  #wake(cause) {
    log(cause);
    if (this.#isOpen) {
      if (cause === 'offline') {
        // Believed until something comes.
        this.#delay = 0;
        this.#show('reconnecting');
      }

      if (cause !== 'visible' || elapsed(this.#heard) > this.#options.patience) {
        this.#ask();
      }
    } else if (cause === 'offline') {
      return;
    } else if (this.#status === 'failed') {
      this.#begin('reconnecting');
    } else if (this.#retryTimer !== undefined) {
      this.#attempt = Math.min(this.#attempt, 1);
      this.#open();
      if (this.#isPolling) {
        this.#pollNow();
      }
    }
  }

  #pollLater() {
    clearTimeout(this.#pollTimer);
    this.#pollTimer = setTimeout(() => this.#pollNow(), this.#options.pollInterval);
  }

  async #pollNow() {
    clearTimeout(this.#pollTimer);
    const life = this.#life;
    const isThere = await this.#pollOnce();
    if (life !== this.#life || !this.#isPolling) {
      return;
    }

    if (isThere) {
      this.#pollLater();
    } else {
      this.#stopPolling();
      if (this.#socket === null) {
        this.#attempt = 1;
        this.#retryIn(this.#delayOf(1));
      }
    }
  }

  #stopPolling() {
    this.#isPolling = false;
    clearTimeout(this.#pollTimer);
    this.#poll?.abort();
    this.#poll = null;
  }

  /**
   * Asks over HTTP, and hands out what a socket would.
   * @returns {Promise<boolean>} whether there was an answer
   */
  async #pollOnce() {
    this.#poll?.abort();
    const poll = new AbortController();
    this.#poll = poll;
    const deadline = setTimeout(() => poll.abort(), this.#options.patience);
    try {
      const response = await fetch(/** @type {URL} */ (this.#pollAddress), {
        signal: poll.signal,
        cache: 'no-store',
        credentials: 'omit',
        headers: this.#etag ? { 'If-None-Match': this.#etag } : {},
      });
      const isSame = response.status === 304;
      if (!isSame && !response.ok) {
        throw new Error(`HTTP ${response.status}`);
      }

      const rooms = isSame ? this.#rooms : await response.json();
      if (poll.signal.aborted) {
        return false;
      }

      this.#rooms = rooms;
      this.#etag = response.headers.get('ETag') ?? '';
      this.#polled += isSame ? 0 : 1;
      return this.#handPolled(rooms, isSame, response.headers.get('Date'));
    } catch (error) {
      log('poll', error);
      return false;
    } finally {
      clearTimeout(deadline);
    }
  }

  /**
   * @param {RoomStatus[]} rooms
   * @param {boolean} isSame
   * @param {string | null} date
   */
  #handPolled(rooms, isSame, date) {
    const room = rooms.find(status => status.room_id === this.#roomId);
    if (this.#roomId !== null && !room) {
      tell(this.#callbacks.onError, new Error(`There is no room ${this.#roomId}.`));
      return false;
    }

    if (Number.isNaN(this.#offset) && date) {
      this.#offset = Date.parse(date) - Date.now();
    }

    log('polled', isSame ? 'nothing new' : 'news');
    const state = room ? { status: room } : { rooms };
    const type = isSame ? 'heartbeat' : room ? 'room.status' : 'rooms.status';
    const timestamp = new Date(Date.now() + (this.#offset || 0)).toISOString();
    this.#hand({ type, ...state, sequence: this.#polled, epoch: 'poll', timestamp });
    return true;
  }
}

/**
 * Follows a room or an overview: keeps a socket open, asks for a status where something was missed, and polls where sockets are blocked.
 * @param {string | URL} url such as `/ws/rooms/12/` or `wss://rooms.example.edu/ws/rooms/overview/?building=Library`
 * @param {ConnectOptions} [options]
 * @returns {RoomSocket}
 * @throws {TypeError} for what is no address
 */
export function connect(url, options = {}) {
  return new RoomSocket(url, options);
}
