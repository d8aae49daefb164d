// Keeps the state of the rooms for the page that the service worker shows when there is no connection, and installs that worker.
import { campusNow } from './campus-time.js';
import { keep } from './last-known-cache.js';

const period = 300_000;
const settling = 5_000;
const root = document.documentElement;

const isTold = () => !document.hidden && (root.dataset.connection === 'live' || root.dataset.connection === 'static');

async function refresh() {
  if (!isTold()) {
    return;
  }

  try {
    const response = await fetch('api/rooms/status/', { cache: 'no-cache', credentials: 'omit', signal: AbortSignal.timeout(10_000) });
    const rooms = response.ok ? await response.json() : null;
    if (Array.isArray(rooms)) {
      await keep({ asOf: campusNow(), keptAt: Date.now(), zone: root.dataset.campusZone, rooms });
    }
  } catch {
    // What was kept before stays, with its age.
  }
}

async function start() {
  await navigator.serviceWorker.register('service-worker.js');
  await refresh();
  setInterval(refresh, period);
}

// Only over https or on localhost; and not while the page still loads.
if ('serviceWorker' in navigator) {
  setTimeout(() => start().catch(error => console.debug('[last-known]', error)), settling * (1 + Math.random()));
}
