// @ts-check
// What is known of a screen's rooms: their schedules, kept by the messages of one socket. Each status that comes is compared with what the
// schedules say; where they differ the server is believed at once and the schedules are read again.
import { connect } from '../room-socket.js';
import { agrees, claiming, read, withMessage } from './schedule.js';

/** @typedef {import('./schedule.js').Schedule} Schedule */
/** @typedef {import('./server-clock.js').ServerClock} ServerClock */
/** @typedef {import('../room-socket.js').RoomMessage} RoomMessage */

const readEvery = 300_000;
const readAtMostEvery = 2_000;
const patience = 10_000;

/**
 * @param {AbortSignal} signal
 * @returns {Promise<never>}
 */
const rejecting = signal => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

/**
 * What the page draws of a room once and for all.
 * @param {Schedule} one
 * @param {Schedule} [other]
 */
const isSamePlace = (one, other) =>
  one.building === other?.building && one.floor === other.floor && one.capacity === other.capacity;

export class Feed {
  /** @type {Map<number, Schedule>} */
  rooms = new Map();
  /** When news came last, by performance.now(). */
  newsAt;
  /** @type {'live' | 'polling' | 'lost'} */
  connection = 'lost';
  /** Whether the first connection is still being made. */
  isOpening = true;
  /** Milliseconds by which the screen's own clock differs from the server's; null before that is known. */
  /** @type {number | null} */
  skew = null;

  #clock;
  #load;
  #events;
  /** @type {ReturnType<typeof connect>} */
  #socket;
  /** @type {string | undefined} */
  #epoch;
  #isReading = false;
  #isWanted = false;
  #readAt = -Infinity;
  #dueAt = Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #hasDetails;
  /** When the server last said of a room what its schedule didn't hold. */
  /** @type {Map<number, number>} */
  #changedAt = new Map();

  /**
   * @param {object} options
   * @param {string} options.socket
   * @param {Schedule[]} options.rooms
   * @param {number} options.newsAt
   * @param {ServerClock} options.clock
   * @param {(signal: AbortSignal) => Promise<{ schedules: Record<string, any>[], date: string | null }>} options.load
   * @param {boolean} options.hasDetails the schedules hold more than the socket tells: they are read after each change
   * @param {{ onChange: (timestamp: number | null) => void, onOpen: () => void, onOtherRooms: () => void, onConnection: () => void }} options.events
   */
  constructor({ socket, rooms, newsAt, clock, load, hasDetails, events }) {
    for (const room of rooms) {
      this.rooms.set(room.id, room);
    }

    this.newsAt = newsAt;
    this.#clock = clock;
    this.#load = load;
    this.#hasDetails = hasDetails;
    this.#events = events;
    this.#socket = connect(socket, {
      maxReconnectAttempts: Infinity,
      reconnectDelay: 1_000,
      maxReconnectDelay: 15_000,
      backoff: true,
      onMessage: message => this.#received(message),
      onOpen: () => {
        this.#readSoon(Math.random() * 1_000);
        events.onOpen();
      },
      onStatus: (status, detail) => this.#connected(status, detail.transport),
    });
    this.#readSoon(readEvery * (0.9 + Math.random() / 5));
  }

  /** Asks for a status now, where the line is open. */
  ask() {
    return this.#socket.sendMessage({ type: 'status.request' });
  }

  /** Reads the schedules again. */
  refresh() {
    this.#readSoon(0);
  }

  /**
   * Compares the screen's own clock with the server's, which is real time also where the campus lives at another one.
   * @param {string | null} date of an answer, to the second
   */
  compareClock(date) {
    const shown = Date.parse(date ?? '');
    if (Number.isFinite(shown)) {
      // Half a second is missing on the average.
      this.skew = Math.round(Date.now() - (shown + 500));
    }
  }

  /** From now on only what everybody may see is read. */
  forgetDetails() {
    this.#hasDetails = false;
    this.refresh();
  }

  /**
   * @param {import('../room-socket.js').ConnectionStatus} status
   * @param {'socket' | 'polling' | 'none'} transport
   */
  #connected(status, transport) {
    const connection = transport === 'socket' ? 'live' : transport === 'polling' ? 'polling' : 'lost';
    const isOpening = this.isOpening && status === 'connecting' && connection === 'lost';
    if (connection !== this.connection || isOpening !== this.isOpening) {
      this.connection = connection;
      this.isOpening = isOpening;
      this.#events.onConnection();
    }
  }

  /** @param {RoomMessage} message */
  #received(message) {
    const at = Date.parse(message.timestamp);
    const isPolled = message.epoch === 'poll';
    if (!isPolled) {
      if (message.epoch !== undefined && message.epoch !== this.#epoch) {
        this.#epoch = message.epoch;
        this.#clock.reset();
      }

      this.#clock.hear(at);
    }

    const statuses = message.rooms ?? (message.status ? [message.status] : []);
    if (statuses.length === 0) {
      return;
    }

    this.newsAt = performance.now();
    let hasChanged = this.#apply(message, at);
    for (const status of statuses) {
      hasChanged = this.#compare(status, isPolled ? this.#clock.now() : at, isPolled) || hasChanged;
    }

    const isNews = message.type !== 'heartbeat' && (message.event_type !== undefined || hasChanged);
    this.#events.onChange(isNews && !isPolled ? at : null);
  }

  /**
   * @param {RoomMessage} message
   * @param {number} at
   */
  #apply(message, at) {
    const room = this.rooms.get(message.room_id ?? NaN);
    if (!room || at < room.timestamp) {
      return false;
    }

    const changed = withMessage(room, message);
    if (changed === room) {
      return false;
    }

    this.rooms.set(room.id, changed);
    this.#changedAt.set(room.id, at);
    if (this.#hasDetails) {
      this.#readSoon(0);
    }

    return true;
  }

  /**
   * @param {import('../room-socket.js').RoomStatus} status
   * @param {number} at
   * @param {boolean} isPolled
   */
  #compare(status, at, isPolled) {
    const room = this.rooms.get(status.room_id);
    if (!room || (!isPolled && at < room.timestamp)) {
      // Of another floor, or from before the schedule was read.
      return false;
    }

    const isRight = agrees(room, status, at);
    if (isRight && !room.claim) {
      return false;
    }

    this.rooms.set(room.id, isRight ? { ...room, claim: null } : claiming(room, status, at));
    if (!isPolled) {
      this.#changedAt.set(room.id, at);
    }

    if (!isRight) {
      this.#readSoon(0);
    }

    return true;
  }

  /** @param {number} delay */
  #readSoon(delay) {
    if (this.#isReading) {
      this.#isWanted = true;
      return;
    }

    const now = performance.now();
    const wait = Math.max(delay, this.#readAt + readAtMostEvery - now);
    if (now + wait < this.#dueAt) {
      this.#dueAt = now + wait;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#read(), wait);
    }
  }

  async #read() {
    this.#isReading = true;
    this.#isWanted = false;
    this.#dueAt = Infinity;
    this.#readAt = performance.now();
    const abort = new AbortController();
    const deadline = setTimeout(() => abort.abort(), patience);
    let isRead = false;
    try {
      const { schedules, date } = await Promise.race([this.#load(abort.signal), rejecting(abort.signal)]);
      isRead = true;
      this.#take(schedules.map(read), date);
    } catch (error) {
      console.debug('[kiosk] schedules', error);
    } finally {
      clearTimeout(deadline);
      this.#isReading = false;
      this.#readSoon(this.#isWanted ? 0 : isRead ? readEvery * (0.9 + Math.random() / 5) : 10_000 + Math.random() * 10_000);
    }
  }

  /**
   * @param {Schedule[]} schedules
   * @param {string | null} date
   */
  #take(schedules, date) {
    const now = performance.now();
    this.compareClock(date);
    if (schedules.length !== this.rooms.size || schedules.some(schedule => !isSamePlace(schedule, this.rooms.get(schedule.id)))) {
      this.#events.onOtherRooms();
      return;
    }

    const before = new Map([...this.rooms.values()].map(room => [room.id, room.name]));
    const made = schedules[0]?.timestamp ?? this.#clock.now(now);
    this.#clock.hear(made, now);
    for (const schedule of schedules) {
      if (schedule.timestamp < (this.#changedAt.get(schedule.id) ?? -Infinity)) {
        // Made before a change that was told meanwhile: what is known is newer.
        this.#isWanted = true;
      } else {
        this.rooms.set(schedule.id, schedule);
      }
    }

    if (this.rooms.size > 1 && schedules.some(schedule => schedule.name !== before.get(schedule.id))) {
      // Lists stand in the order of names.
      this.#events.onOtherRooms();
    }

    // An answer that was long under way is as old as that.
    this.newsAt = Math.max(this.newsAt, now - Math.max(0, this.#clock.now(now) - made));
    this.#events.onChange(null);
  }
}
