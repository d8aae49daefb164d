// Shows an honest page where none of ours can be had: no network, no server, or somebody else who answers in its place (a proxy's 502, a
// maintenance page with 200, a sign-in's 302 or 401, a captive portal). It answers nothing else from a cache: what is live comes from the
// server or not at all. js/last-known.js keeps what the page tells; docs/offline.md has the whole.
const cacheName = 'offline';
/** Of this server, whatever the path under which a proxy shows it: the worker lies at its root. */
const at = path => new URL(path, location).href;
const page = at('offline');
const health = at('health/ready');
const own = 'X-RoomMonitor';

// The page's own, and nobody else's: they are of one make with it, and are taken from where it lies.
const parts = new Set([
  'app.css', 'offline.css', 'favicon.svg', 'js/theme.js', 'js/offline.js', 'js/texts.js', 'js/campus-calendar.js', 'js/last-known-cache.js', 'js/readiness.js',
].map(path => at(`${path}?offline`)));

const fonts = new Set(['fonts/roboto-latin-400-normal.woff2', 'fonts/roboto-latin-500-normal.woff2', 'fonts/roboto-latin-700-normal.woff2'].map(at));
const unreachable = new Set([502, 503, 504]);
const fresh = 3_600_000;
const patience = 20_000;
const probePatience = 5_000;
const passFor = 60_000;

/** Until when somebody wants to see who answers in our place. */
let passUntil = 0;

const find = async address => (await caches.open(cacheName)).match(address, { ignoreVary: true });

/** By its mark. Where that is missing (a redirect shows none, a proxy may take it away) by what answers the question for readiness. */
const isOurs = async response => response.headers.has(own) || !unreachable.has(response.status) && await isThere();

async function isThere() {
  try {
    const response = await fetch(health, { cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(probePatience) });
    return (await response.json()).checks?.occupancy !== undefined;
  } catch {
    return false;
  }
}

/** Takes the page and its parts anew, all of them or none, and only ours. */
async function take() {
  const answers = await Promise.all([page, ...parts, ...fonts].map(async address => {
    const response = await fetch(address, { cache: 'no-cache' });
    if (!response.ok || response.redirected || !await isOurs(response)) {
      throw new Error(`${address}: ${response.status}`);
    }

    return { address, response };
  }));
  const cache = await caches.open(cacheName);
  await Promise.all(answers.map(({ address, response }) => cache.put(address, response)));
}

/** Its language, its words and its looks follow the server's, an hour late at most. */
async function takeWhenOld() {
  const kept = await find(page);
  if (!kept || Date.now() - Date.parse(kept.headers.get('Date')) > fresh) {
    await take().catch(() => { });
  }
}

/** What comes within the deadline, else null. */
async function inTime(asked) {
  let timer;
  const deadline = new Promise(resolve => {
    timer = setTimeout(resolve, patience, null);
  });
  const answer = await Promise.race([asked.catch(() => null), deadline]);
  clearTimeout(timer);
  return answer;
}

const ask = async event => await event.preloadResponse ?? await fetch(event.request);

async function navigate(event) {
  const asked = ask(event);
  const answer = await inTime(asked);
  if (answer && await isOurs(answer)) {
    event.waitUntil(takeWhenOld());
    return answer;
  }

  return await find(page) ?? asked;
}

const part = async request => await find(request.url) ?? fetch(request);

/** Live pages use them too: the server's first, while it is the server's. */
async function font(request) {
  const response = await fetch(request).catch(() => null);
  return response?.headers.get('Content-Type')?.startsWith('font/') ? response : await find(request.url) ?? response ?? Response.error();
}

addEventListener('install', event => {
  skipWaiting();
  event.waitUntil(take());
});

addEventListener('activate', event => {
  event.waitUntil(Promise.all([clients.claim(), registration.navigationPreload?.enable()]));
});

addEventListener('message', event => {
  if (event.data === 'pass') {
    passUntil = Date.now() + passFor;
    event.ports[0].postMessage('passes');
  }
});

addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(at('./'))) {
    return;
  }

  if (request.mode === 'navigate') {
    if (Date.now() > passUntil) {
      event.respondWith(navigate(event));
    }
  } else if (parts.has(request.url)) {
    event.respondWith(part(request));
  } else if (fonts.has(request.url)) {
    event.respondWith(font(request));
  }
});
