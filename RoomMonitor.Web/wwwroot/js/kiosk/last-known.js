// @ts-check
// For a screen that is switched on while the server can't be reached: the service worker's page says so, with what this screen knew last.
import { keep } from '../last-known-cache.js';

/** @typedef {import('./schedule.js').Schedule} Schedule */
/** @typedef {import('./schedule.js').State} State */

const every = 300_000;

const instant = (/** @type {number | null} */ milliseconds) => milliseconds === null ? null : new Date(milliseconds).toISOString();

/** As `/api/rooms/status/` has it, as far as that page asks for it. */
const statusOf = (/** @type {Schedule} */ room, /** @type {State} */ state) => ({
  room_id: room.id,
  room_name: room.name,
  building: room.building,
  is_occupied: state.heldUntil !== null,
  next_available_at: instant(state.heldUntil),
  free_until: instant(state.freeUntil),
});

export class LastKnown {
  #zone;
  #keptAt = -Infinity;

  /** @param {string} zone IANA name */
  constructor(zone) {
    this.#zone = zone;
    // Only over https or on localhost.
    navigator.serviceWorker?.register('service-worker.js').catch(error => console.debug('[kiosk] service worker', error));
  }

  /**
   * Keeps what is shown, each five minutes, while it can be believed.
   * @param {import('./screen.js').View} view
   */
  follow(view) {
    const steady = performance.now();
    if (view.belief !== 'fresh' || steady - this.#keptAt < every || !('caches' in window)) {
      return;
    }

    this.#keptAt = steady;
    const rooms = [...view.rooms.values()].map(room => statusOf(room, view.stateOf(room)));
    keep({ asOf: view.now, keptAt: Date.now(), zone: this.#zone, rooms }).catch(error => console.debug('[kiosk] last known', error));
  }
}
