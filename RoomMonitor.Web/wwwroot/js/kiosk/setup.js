// @ts-check
// A screen that is none yet: shows a code, and becomes what an administrator makes of it once the code was typed there.

const askEvery = 2_500;
const patience = 5_000;

const code = /** @type {HTMLElement} */ (document.getElementById('code'));
const state = /** @type {HTMLElement} */ (document.getElementById('state'));

/** @type {{ code: string, secret: string } | null} */
let offer = null;

/** @param {string} path @param {object} body */
const post = (path, body) => fetch(path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
  cache: 'no-store',
  signal: AbortSignal.timeout(patience),
});

/** @param {HTMLElement} element @param {string | undefined} words */
function say(element, words) {
  if (element.textContent !== words) {
    element.textContent = words ?? '';
  }
}

async function takeCode() {
  const answer = await post('kiosk/setup/', {});
  if (!answer.ok) {
    throw new Error(`HTTP ${answer.status}`);
  }

  offer = await answer.json();
  say(code, offer?.code);
}

/** Opens the one-time link: the answer is the page that this screen shows from now on. @param {string} link */
async function become(link) {
  const page = await post(link, {});
  if (page.ok && page.redirected) {
    location.replace(page.url);
  } else {
    offer = null;
  }
}

async function ask() {
  if (!offer) {
    return takeCode();
  }

  const answer = await post('kiosk/setup/ask/', { secret: offer.secret });
  if (answer.status === 410) {
    return takeCode();
  }

  if (!answer.ok) {
    throw new Error(`HTTP ${answer.status}`);
  }

  const { pair } = await answer.json();
  return pair && become(pair);
}

async function live() {
  try {
    await ask();
    say(state, code.dataset.waiting);
  } catch (error) {
    console.debug('[kiosk] setup', error);
    say(state, code.dataset.lost);
  }

  setTimeout(live, askEvery * (0.8 + Math.random() * 0.4));
}

live();
