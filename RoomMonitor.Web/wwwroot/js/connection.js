// Starts Blazor, and tells honestly how the page stands with the server: <html data-connection> is connecting, live, reconnecting
// or offline (static on pages without a circuit), and the styles do the rest.
import { campusNow, freeze, frozenAt, timeOfDayWithSeconds } from './campus-time.js';

const attempts = 5;
const pause = 3_000;
const healthInterval = 10_000;
const serverTimeout = 15_000;
const root = document.documentElement;

let running = false;
let wake = null;

const sleep = milliseconds => new Promise(resolve => {
  wake = resolve;
  setTimeout(resolve, milliseconds);
});

function show(state) {
  root.dataset.connection = state;
}

function write(selector, text) {
  for (const element of document.querySelectorAll(selector)) {
    element.textContent = text;
  }
}

function live() {
  show('live');
  freeze(null);
}

async function isServerReady() {
  try {
    const response = await fetch('/health/ready', { cache: 'no-store', signal: AbortSignal.timeout(5_000) });
    return response.ok;
  } catch {
    return false;
  }
}

/** Tries once. The circuit is back, gone for good (the server has restarted: load the page anew), or the server isn't there. */
async function tryOnce() {
  try {
    if (await Blazor.reconnect()) {
      return true;
    }
  } catch {
    return false;
  }

  return reloadWhenReady();
}

async function reloadWhenReady() {
  if (!await isServerReady()) {
    return false;
  }

  // Not all at the same moment.
  await sleep(Math.random() * 500);
  location.reload();
  return true;
}

async function countDown(attempt) {
  for (let left = pause; left > 0; left -= 1_000) {
    write('[data-connection-attempt]', `attempt ${attempt} of ${attempts}`);
    write('[data-connection-next]', `, next in ${left / 1_000} s`);
    write('[data-connection-note]', `Next try in ${left / 1_000} s.`);
    await sleep(1_000);
  }
}

async function reconnect() {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (attempt > 1) {
      await countDown(attempt);
    }

    write('[data-connection-attempt]', `attempt ${attempt} of ${attempts}`);
    write('[data-connection-next]', '');
    write('[data-connection-note]', 'Trying now.');
    if (await tryOnce()) {
      return;
    }
  }

  await waitForServer('Five tries failed. It comes back by itself.');
}

async function waitForServer(note) {
  show('offline');
  write('[data-connection-note]', note);
  while (true) {
    await sleep(healthInterval);
    if (await isServerReady() && await tryOnce()) {
      return;
    }

    for (const button of document.querySelectorAll('[data-reconnect]')) {
      button.disabled = false;
    }
  }
}

async function down(since) {
  if (running) {
    return;
  }

  running = true;
  freeze(since);
  write('[data-as-of-second]', timeOfDayWithSeconds(since));
  show('reconnecting');
  await reconnect();
  running = false;
}

const reconnectionHandler = {
  onConnectionDown(options, error) {
    // A silent line is noticed late: the page was true when the server was last heard.
    const silent = /timeout/i.test(error?.message ?? '') ? serverTimeout : 0;
    down(campusNow() - silent);
  },
  onConnectionUp() {
    live();
  },
};

/** Rendered by the circuit alone: where it stands, the page is alive. */
class ConnectionLive extends HTMLElement {
  connectedCallback() {
    if (frozenAt() === null) {
      live();
    }
  }
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-reconnect]');
  if (button) {
    button.disabled = true;
    wake?.();
  }
});

customElements.define('connection-live', ConnectionLive);

Blazor.start({
  ssr: { disableDomPreservation: true },
  circuit: {
    reconnectionHandler,
    configureSignalR: builder => builder.withServerTimeout(serverTimeout).withKeepAliveInterval(5_000),
  },
});

// The first connection may fail as well: the prerendered page must not stay "Connecting" for ever.
setTimeout(() => {
  if (root.dataset.connection === 'connecting') {
    const since = Date.parse(root.dataset.campusNow);
    freeze(since);
    write('[data-as-of-second]', timeOfDayWithSeconds(since));
    waitForServer('The live connection could not be made. It is tried again by itself.');
  }
}, 20_000);
