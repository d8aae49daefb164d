// Starts Blazor, and tells honestly how the page stands with the server: <html data-connection> is connecting, live, reconnecting
// or offline (static on pages without a circuit), and the styles do the rest.
import { campusNow, freeze, frozenAt, timeOfDayWithSeconds } from './campus-time.js';
import { isServerReady } from './readiness.js';
import { reload, scrollBack, takeReturn } from './return.js';
import { text } from './texts.js';

const attempts = 5;
const pause = 3_000;
const attemptDeadline = 5_000;
const healthInterval = 10_000;
const serverTimeout = 15_000;
const root = document.documentElement;

let isLost = false;
let left = takeReturn();
let wake = null;
/** The circuit's, as Blazor has built it last. */
let connection = null;

const sleep = milliseconds => new Promise(resolve => {
  wake = resolve;
  setTimeout(resolve, milliseconds);
});

function show(state) {
  root.dataset.connection = state;
}

function write(selector, words) {
  for (const element of document.querySelectorAll(selector)) {
    element.textContent = words;
  }
}

function live() {
  const since = isLost ? frozenAt() : left?.since;
  isLost = false;
  show('live');
  // A try that failed halfway has shown it.
  document.getElementById('blazor-error-ui').style.display = '';
  freeze(null);
  if (left) {
    scrollBack(left);
    left = null;
  }

  if (since) {
    // After the batch that has just brought the element, or the page, to life.
    setTimeout(() => document.querySelector('connection-live')?.dispatchEvent(new CustomEvent('connectionreturn', { bubbles: true, detail: since })));
  }
}

/** A silent line would let a try wait for minutes. A socket that doesn't open keeps the next one from trying: it is closed. */
class AttemptSocket extends WebSocket {
  constructor(...given) {
    super(...given);
    const deadline = setTimeout(() => this.close(), attemptDeadline);
    for (const type of ['open', 'close']) {
      this.addEventListener(type, () => clearTimeout(deadline));
    }
  }
}

/** Resolves to whether the circuit is back; fails where that isn't known in time. */
async function reconnectInTime() {
  let timer;
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => {
      // It must not come back later, behind the back of the next try.
      connection?.stop();
      reject(new Error('No answer in time.'));
    }, attemptDeadline);
  });
  try {
    return await Promise.race([Blazor.reconnect(), deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** Tries once: true where the circuit is back, or gone for good with the server restarted, and the page is being loaded anew. */
async function tryOnce() {
  try {
    if (await reconnectInTime()) {
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
  reload(frozenAt());
  return true;
}

async function countDown(attempt) {
  for (let left = pause; left > 0; left -= 1_000) {
    write('[data-connection-attempt]', text('attempt', attempt, attempts));
    write('[data-connection-next]', text('nextIn', left / 1_000));
    write('[data-connection-note]', text('nextTry', left / 1_000));
    await sleep(1_000);
  }
}

async function reconnect() {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (attempt > 1) {
      await countDown(attempt);
    }

    write('[data-connection-attempt]', text('attempt', attempt, attempts));
    write('[data-connection-next]', '');
    write('[data-connection-note]', text('tryingNow'));
    if (await tryOnce()) {
      return;
    }
  }

  await waitForServer(text('triesFailed'), tryOnce);
}

async function waitForServer(note, comeBack) {
  show('offline');
  write('[data-connection-note]', note);
  while (root.dataset.connection === 'offline') {
    await sleep(healthInterval);
    if (root.dataset.connection === 'offline' && await isServerReady()) {
      await comeBack();
    }

    for (const button of document.querySelectorAll('[data-reconnect]')) {
      button.disabled = false;
    }
  }
}

function stopAt(since) {
  freeze(since);
  write('[data-as-of-second]', timeOfDayWithSeconds(since));
}

const reconnectionHandler = {
  onConnectionDown(options, error) {
    // A silent line is noticed late: the page was true when the server was last heard.
    const silent = /timeout/i.test(error?.message ?? '') ? serverTimeout : 0;
    if (!isLost) {
      isLost = true;
      stopAt(campusNow() - silent);
      show('reconnecting');
      reconnect();
    }
  },
  onConnectionUp() {
    live();
  },
};

/** Rendered by the circuit alone: where it stands, the page is alive. */
class ConnectionLive extends HTMLElement {
  connectedCallback() {
    if (!isLost) {
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

// The browser knows at once that there is no network; a silent line would be noticed after 15 s.
addEventListener('offline', () => root.dataset.connection === 'live' && connection?.stop());
addEventListener('online', () => wake?.());

Blazor.registerCustomEventType('connectionreturn', { createEventArgs: event => ({ since: Math.round(event.detail) }) });

Blazor.start({
  ssr: { disableDomPreservation: true },
  circuit: {
    reconnectionHandler,
    configureSignalR: builder => {
      builder.withServerTimeout(serverTimeout).withKeepAliveInterval(5_000);
      if (isLost) {
        builder.withUrl('_blazor', { timeout: attemptDeadline, WebSocket: AttemptSocket });
      }

      const build = builder.build;
      builder.build = () => connection = build.call(builder);
    },
  },
});

// The first connection may fail as well: the prerendered page must not stay "Connecting" for ever.
setTimeout(() => {
  if (root.dataset.connection === 'connecting') {
    stopAt(Date.parse(root.dataset.campusNow));
    waitForServer(text('notMade'), reloadWhenReady);
  }
}, 20_000);

// A page that the browser kept while it was left has no circuit any more.
addEventListener('pageshow', event => {
  if (event.persisted) {
    location.reload();
  }
});
