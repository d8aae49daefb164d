// Whether RoomMonitor answers, by its own words: maintenance pages, sign-in proxies and captive portals answer with 200 too.

const patience = 5_000;

/**
 * `ready`: our own body says so. `not-yet`: nobody answers, or nobody can serve. `other`: something else answers in our place.
 * @typedef {'ready' | 'not-yet' | 'other'} Readiness
 */

/** @returns {Promise<Readiness>} */
export async function readiness() {
  try {
    // Followed by hand: a sign-in page elsewhere could not be read, and would look like no answer.
    const response = await fetch('health/ready', { cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(patience) });
    const text = await response.text();
    if (isOwn(text)) {
      return response.ok ? 'ready' : 'not-yet';
    }

    return [502, 503, 504].includes(response.status) ? 'not-yet' : 'other';
  } catch {
    return 'not-yet';
  }
}

export const isServerReady = async () => await readiness() === 'ready';

/** @param {string} text */
function isOwn(text) {
  try {
    return JSON.parse(text).checks?.occupancy !== undefined;
  } catch {
    return false;
  }
}
