// @ts-check
// Loads the page again, and never into an error page or somebody else's: the server must say that it is ready, and have the page.
import { isServerReady } from '../readiness.js';

const spread = 5_000;
const tryEvery = 10_000;
const patience = 10_000;
const restEvery = 600_000;
const key = 'roommonitor-kiosk-reload';

/** @param {RequestInit} init */
const limited = init => ({ ...init, signal: AbortSignal.timeout(patience), cache: /** @type {RequestCache} */ ('no-store') });

let isWaiting = false;

/**
 * Loads it, or another page of the screen, as soon as that can be done; not more often than each ten minutes for one reason, so that a screen
 * never does nothing else.
 * @param {string} reason
 * @param {string} [page]
 */
export async function reload(reason, page = location.href) {
  const [last, at] = (sessionStorage.getItem(key) ?? '').split('\n');
  if (isWaiting || (last === reason && Date.now() - Number(at) < restEvery && Date.now() >= Number(at))) {
    return;
  }

  isWaiting = true;
  console.info('[kiosk] loads again:', reason);
  // Not all screens of a campus in one instant.
  await new Promise(resolve => setTimeout(resolve, Math.random() * spread));
  while (!await isReady(page)) {
    await new Promise(resolve => setTimeout(resolve, tryEvery * (0.75 + Math.random() / 2)));
  }

  sessionStorage.setItem(key, `${reason}\n${Date.now()}`);
  if (page === location.href) {
    location.reload();
  } else {
    location.replace(page);
  }
}

/** @param {string} address */
async function isReady(address) {
  try {
    if (!await isServerReady()) {
      return false;
    }

    const page = await fetch(address, limited({ headers: { Accept: 'text/html' } }));
    return page.ok && !page.redirected && (await page.text()).includes('id="kiosk"');
  } catch {
    return false;
  }
}

/**
 * Loads the page again where another version of the server answers than the one it came from.
 * @param {string} version
 * @returns {Promise<string | null>} what the server's own clock shows (HTTP's Date); null where it didn't answer
 */
export async function followVersion(version) {
  try {
    const answer = await fetch('kiosk/version', limited({}));
    const { version: current } = answer.ok ? await answer.json() : { version };
    if (typeof current === 'string' && current !== version) {
      reload(`version ${current}`);
    }

    return answer.headers.get('Date');
  } catch (error) {
    console.debug('[kiosk] version', error);
    return null;
  }
}
