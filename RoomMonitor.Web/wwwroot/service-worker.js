// Shows an honest page where none can be had: no network, no server, or a proxy that says so. It answers nothing else from a cache: what
// is live comes from the server or not at all. js/last-known.js keeps what the page tells; docs/offline.md has the whole.
const cacheName = 'offline';
/** Of this server, whatever the path under which a proxy shows it: the worker lies at its root. */
const at = path => new URL(path, location).href;
const page = at('offline');
const marked = ['app.css', 'offline.css', 'favicon.svg', 'js/theme.js', 'js/offline.js', 'js/texts.js', 'js/last-known-cache.js'].map(path => at(`${path}?offline`));
const fonts = ['fonts/roboto-latin-400-normal.woff2', 'fonts/roboto-latin-500-normal.woff2', 'fonts/roboto-latin-700-normal.woff2'].map(at);
const parts = new Set([...marked, ...fonts]);
const unreachable = new Set([502, 503, 504]);
const fresh = 3_600_000;

const find = async address => (await caches.open(cacheName)).match(address, { ignoreVary: true });

/** Takes the page and its parts anew, all of them or none. */
async function take() {
  const cache = await caches.open(cacheName);
  await cache.addAll([page, ...parts].map(address => new Request(address, { cache: 'no-cache' })));
}

/** Its language, its words and its looks follow the server's, an hour late at most. */
async function takeWhenOld() {
  const kept = await find(page);
  if (!kept || Date.now() - Date.parse(kept.headers.get('Date')) > fresh) {
    await take().catch(() => { });
  }
}

async function navigate(event) {
  try {
    const response = await event.preloadResponse ?? await fetch(event.request);
    if (!unreachable.has(response.status)) {
      event.waitUntil(takeWhenOld());
      return response;
    }
  } catch {
    // No connection: below.
  }

  return await find(page) ?? Response.error();
}

async function part(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await find(request.url);
    if (kept) {
      return kept;
    }

    throw error;
  }
}

addEventListener('install', event => {
  skipWaiting();
  event.waitUntil(take());
});

addEventListener('activate', event => {
  event.waitUntil(Promise.all([clients.claim(), registration.navigationPreload?.enable()]));
});

addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(at('./'))) {
    return;
  }

  if (request.mode === 'navigate') {
    event.respondWith(navigate(event));
  } else if (parts.has(request.url)) {
    event.respondWith(part(request));
  }
});
