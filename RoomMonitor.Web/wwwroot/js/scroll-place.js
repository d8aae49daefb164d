// Back returns to the place in a page that one has left by a link: the circuit renders the page anew, long after the browser would have
// scrolled. Each entry of the history is known by its number (Blazor's) and its address.
import { scrollBack } from './return.js';

const storage = 'room-monitor.places';
const most = 50;
const patience = 5_000;
const places = new Map(Object.entries(JSON.parse(sessionStorage.getItem(storage) ?? '{}')));
let path = location.pathname;
let isArriving = false;

const entry = () => `${history.state?._index ?? 0} ${location.pathname}${location.search}`;

function note() {
  // Between Back and the page that it brings the place is that of another page.
  if (!isArriving) {
    path = location.pathname;
    places.delete(entry());
    places.set(entry(), { x: scrollX, y: scrollY });
  }
}

function goBack() {
  const before = document.title;
  path = location.pathname;
  isArriving = true;
  setTimeout(() => {
    isArriving = false;
  }, patience);
  scrollBack(places.get(entry()) ?? { x: 0, y: 0 }, () => {
    isArriving &&= document.title === before;
    return !isArriving;
  });
}

history.scrollRestoration = 'manual';
addEventListener('scroll', note, { passive: true });
// Also where nothing was scrolled since the address changed with a filter.
addEventListener('click', note, { capture: true });
addEventListener('popstate', () => {
  if (location.pathname !== path) {
    goBack();
  }
});
addEventListener('pagehide', () => {
  note();
  sessionStorage.setItem(storage, JSON.stringify(Object.fromEntries([...places].slice(-most))));
});

if (['back_forward', 'reload'].includes(performance.getEntriesByType('navigation')[0]?.type) && places.has(entry())) {
  scrollBack(places.get(entry()));
}
