// Where the last known state of the rooms lies, for the page that keeps it and the page that shows it.

const name = 'last-known';
const address = 'last-known';

/**
 * @typedef {object} LastKnown
 * @property {number} asOf the campus's instant, milliseconds
 * @property {number} keptAt the device's, milliseconds: the age is counted by one clock
 * @property {string} zone IANA name
 * @property {object[]} rooms room status objects, as of `/api/rooms/status/`
 */

/** @param {LastKnown} state */
export async function keep(state) {
  const cache = await caches.open(name);
  await cache.put(address, new Response(JSON.stringify(state), { headers: { 'Content-Type': 'application/json' } }));
}

/** @returns {Promise<LastKnown | null>} */
export async function lastKnown() {
  const kept = await (await caches.open(name)).match(address);
  return kept ? kept.json() : null;
}
