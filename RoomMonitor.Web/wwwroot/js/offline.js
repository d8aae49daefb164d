// The page of the service worker: what was last known, as what it is, and back as soon as the server is ready.
import { CampusCalendar } from './campus-calendar.js?offline';
import { lastKnown } from './last-known-cache.js?offline';
import { readiness } from './readiness.js?offline';
import { duration, natural, text, written } from './texts.js?offline';

// Back within ten seconds, with chance and a loading page in it.
const interval = 7_000;
const minute = 60_000;
const element = id => document.getElementById(id);

let isAsking = false;

async function tryAgain() {
  if (isAsking) {
    return;
  }

  isAsking = true;
  const answer = await look();
  isAsking = false;
  if (answer === 'ready') {
    // Under its own address there is nothing to come back to.
    location.href === new URL('offline', document.baseURI).href ? location.replace(document.baseURI) : location.reload();
  }
}

async function look() {
  const answer = await readiness();
  element('other').hidden = answer !== 'other';
  return answer;
}

/** Lets the browser show who answers in our place: a sign-in is passed there, or nowhere. */
async function passThrough() {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => location.reload();
  navigator.serviceWorker.controller?.postMessage('pass', [port2]);
}

/** "14:15", with the day where that is another one than of `from`. */
function timeOfDay(calendar, instant, from) {
  const parts = calendar.parts(instant);
  return `${calendar.dayOf(instant) === calendar.dayOf(from) ? '' : `${written('day', parts)} `}${written('time', parts)}`;
}

/** @param {import('./room-socket.js').RoomStatus} room */
function wordsOf(room, calendar, asOf) {
  const until = room.is_occupied ? room.next_available_at : room.free_until;
  if (until === null) {
    return text('wasAvailable');
  }

  return text(room.is_occupied ? 'wasOccupiedUntil' : 'wasAvailableUntil', timeOfDay(calendar, Date.parse(until), asOf));
}

/** The rooms that the address was about: of a room's page the room, of a building's screen the building. */
function asked(rooms) {
  const room = /\/rooms\/(\d+)/.exec(location.pathname)?.[1];
  const building = new URLSearchParams(location.search).get('building');
  const chosen = rooms.filter(({ room_id, building: its }) => room ? room_id === Number(room) : !building || its === building);
  return (chosen.length > 0 ? chosen : rooms)
    .toSorted((one, other) => natural(one.building, other.building) || one.floor - other.floor || natural(one.room_name, other.room_name));
}

function make(tag, words) {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}

function listed(rooms, calendar, asOf) {
  const sections = new Map();
  for (const room of rooms) {
    if (!sections.has(room.building)) {
      const section = document.createElement('section');
      section.append(make('h3', room.building), document.createElement('ul'));
      sections.set(room.building, section);
    }

    const item = document.createElement('li');
    item.dataset.words = folded(`${room.room_name} ${room.building}`);
    const words = make('span', wordsOf(room, calendar, asOf));
    words.className = 'tn';
    item.append(make('b', room.room_name), words, make('em', text('unknown')));
    sections.get(room.building).lastElementChild.append(item);
  }

  return [...sections.values()];
}

/** As the server searches: case, accents and what nobody sees don't matter. */
function folded(text) {
  return text.normalize('NFKD').replace(/[\p{Mn}\p{Cf}]/gu, '').toLowerCase();
}

function search() {
  const words = folded(element('search').value.trim());
  let found = 0;
  for (const section of element('rooms').children) {
    const items = [...section.querySelectorAll('li')];
    for (const item of items) {
      item.hidden = !item.dataset.words.includes(words);
    }

    const shown = items.filter(item => !item.hidden).length;
    section.hidden = shown === 0;
    found += shown;
  }

  element('no-room').hidden = found > 0;
}

async function show() {
  const known = await lastKnown().catch(() => null);
  element('nothing').hidden = known !== null;
  if (known === null) {
    return;
  }

  const calendar = new CampusCalendar(known.zone);
  const tell = () => {
    const age = Math.max(0, Math.floor((Date.now() - known.keptAt) / minute));
    const now = known.asOf + Date.now() - known.keptAt;
    const heading = text('lastKnown', timeOfDay(calendar, known.asOf, now), duration(age));
    if (element('as-of').textContent !== heading) {
      element('as-of').textContent = heading;
    }
  };
  tell();
  setInterval(tell, 5_000);
  element('rooms').append(...listed(asked(known.rooms), calendar, known.asOf));
  element('search').addEventListener('input', search);
  element('known').hidden = false;
}

// A screen on a wall is read from afar, and nobody types there.
document.body.classList.toggle('kiosk', location.href.startsWith(new URL('kiosk/', document.baseURI).href));
show();
element('again').addEventListener('click', tryAgain);
element('open').addEventListener('click', passThrough);
addEventListener('online', tryAgain);
// Without loading again yet: where one page alone can't be had, that would go round and round.
look();
// Not all at the same moment.
setInterval(tryAgain, interval * (0.75 + Math.random() / 2));
