// @ts-check
// A room's live status for any page, also of another site:
//
//   <script type="module" src="https://rooms.example.edu/js/room-badge.js"></script>
//   <room-badge room="12"></room-badge>
//
// All badges of a page share one socket to the server that this module comes from. Attributes: room, label (the room's name before the
// status; empty for the name that the server knows), lang (en or de; else that of the page). Style it with the custom properties below.
import { connect } from './room-socket.js';

/** @typedef {import('./room-socket.js').RoomStatus} RoomStatus */
/** @typedef {'free' | 'ending_soon' | 'occupied' | 'unknown'} Shown */

/** Without news for so long nobody knows. OccupancyRules.BelievedFor: a page of another site has no data of ours, a test compares the two. */
const believed = 90_000;

/** As the pages say it (StatusTexts). @type {Record<string, Record<Shown, string>>} */
export const words = {
  en: { free: 'Available', ending_soon: 'Ending soon', occupied: 'Occupied', unknown: 'Unknown' },
  de: { free: 'Frei', ending_soon: 'Bald frei', occupied: 'Belegt', unknown: 'Unbekannt' },
};

const line = { fill: 'none', stroke: 'currentColor' };
const ring = { cx: 12, cy: 12, r: 9.25, ...line, 'stroke-width': 2.5 };

/**
 * The shapes of StatusShapes.cs. Elements and their attributes, not text: pages may forbid that text becomes markup (Trusted Types).
 * @type {Record<Shown, [string, Record<string, string | number>][]>}
 */
export const glyphs = {
  free: [['circle', ring], ['path', { d: 'M7.7 12.5l3.1 3.1 5.7-6.6', ...line, 'stroke-width': 2.5, 'stroke-linecap': 'square' }]],
  ending_soon: [['circle', ring], ['circle', {
    cx: 12, cy: 12, r: 3.2, ...line, 'stroke-width': 6.4, pathLength: 15, 'stroke-dasharray': '9 15', transform: 'rotate(-90 12 12)',
  }]],
  occupied: [['path', { d: 'M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21ZM6 10.4h12v3.2H6Z', fill: 'currentColor', 'fill-rule': 'evenodd' }]],
  unknown: [
    ['circle', { cx: 12, cy: 12, r: 9.5, ...line, 'stroke-width': 2.2, 'stroke-dasharray': '4.2 3.26' }],
    ['path', { d: 'M9.3 9.7a2.75 2.75 0 1 1 4.2 2.3c-1 .65-1.5 1.2-1.5 2.2', ...line, 'stroke-width': 2.1 }],
    ['circle', { cx: 12, cy: 17, r: 1.4, fill: 'currentColor' }],
  ],
};

/** @param {Shown} shown */
const draw = shown => glyphs[shown].map(([name, attributes]) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, String(value));
  }

  return element;
});

const style = `
:host {
  display: inline-flex;
  vertical-align: middle;
  --shown: var(--room-badge-unknown, #5A676F);
  --on-shown: var(--room-badge-on-unknown, #FFFFFF);
}
:host([hidden]) { display: none; }
:host([status="free"]) { --shown: var(--room-badge-available, #00735F); --on-shown: var(--room-badge-on-available, #FFFFFF); }
:host([status="ending_soon"]) { --shown: var(--room-badge-ending, #FFC52B); --on-shown: var(--room-badge-on-ending, #2A1E00); }
:host([status="occupied"]) { --shown: var(--room-badge-occupied, #AE1E2B); --on-shown: var(--room-badge-on-occupied, #FFFFFF); }
.badge {
  display: inline-flex;
  align-items: center;
  gap: .5em;
  padding: .25em .75em .25em .3em;
  border-radius: var(--room-badge-radius, 1em .35em .35em 1em);
  background: var(--shown);
  color: var(--on-shown);
  font: var(--room-badge-font, 700 .875rem/1.4 system-ui, sans-serif);
  white-space: nowrap;
  forced-color-adjust: none;
}
svg { flex: none; width: 1.5em; height: 1.5em; }
.label:empty { display: none; }
.label { font-weight: 400; }
`;

/** What all badges of the page know, and the one socket that tells them. */
class Campus {
  /** @type {Set<RoomBadge>} */
  #badges = new Set();
  /** @type {Map<number, RoomStatus>} */
  #rooms = new Map();
  /** @type {ReturnType<typeof connect> | null} */
  #socket = null;
  #news = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #alarm;
  #address;

  /** @param {URL} address */
  constructor(address) {
    this.#address = address;
    // Timers sleep with the machine; nothing older than it should be is shown when it wakes.
    document.addEventListener('visibilitychange', () => this.#refresh());
  }

  /** @param {RoomBadge} badge */
  add(badge) {
    this.#badges.add(badge);
    this.#socket ??= connect(this.#address, {
      maxReconnectAttempts: Infinity,
      backoff: true,
      onMessage: message => this.#received(message),
    });
  }

  /** @param {RoomBadge} badge */
  remove(badge) {
    this.#badges.delete(badge);
    // Not while a badge is only being moved.
    queueMicrotask(() => {
      if (this.#badges.size === 0) {
        this.#socket?.disconnect();
        this.#socket = null;
        clearTimeout(this.#alarm);
      }
    });
  }

  /**
   * The room's status; null where nobody knows.
   * @param {number} id
   */
  find(id) {
    const age = Date.now() - this.#news;
    return age >= 0 && age < believed ? this.#rooms.get(id) ?? null : null;
  }

  /**
   * The room's name, which outlives its status.
   * @param {number} id
   */
  nameOf(id) {
    return this.#rooms.get(id)?.room_name ?? '';
  }

  /** @param {import('./room-socket.js').RoomMessage} message */
  #received(message) {
    if (message.rooms) {
      this.#rooms = new Map(message.rooms.map(room => [room.room_id, room]));
    } else if (message.status) {
      this.#rooms.set(message.status.room_id, message.status);
    } else if (message.type !== 'heartbeat') {
      return;
    }

    this.#news = Date.now();
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(() => this.#refresh(), believed);
    this.#refresh();
  }

  #refresh() {
    for (const badge of this.#badges) {
      badge.refresh();
    }
  }
}

const campus = new Campus(new URL('../ws/rooms/overview/?heartbeat=light', import.meta.url));

class RoomBadge extends HTMLElement {
  static observedAttributes = ['room', 'label', 'lang'];

  #glyph;
  #label;
  #word;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    // Constructed: a page's own policy may forbid inline styles.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const badge = document.createElement('span');
    badge.className = 'badge';
    badge.part.add('badge');
    this.#glyph = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    this.#glyph.setAttribute('viewBox', '0 0 24 24');
    this.#glyph.setAttribute('aria-hidden', 'true');
    this.#label = document.createElement('span');
    this.#label.className = 'label';
    this.#label.part.add('label');
    this.#word = document.createElement('span');
    this.#word.part.add('word');
    badge.append(this.#glyph, this.#label, this.#word);
    root.append(badge);
  }

  connectedCallback() {
    campus.add(this);
    this.refresh();
  }

  disconnectedCallback() {
    campus.remove(this);
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.refresh();
    }
  }

  /** Shows what is known now. */
  refresh() {
    const id = Number(this.getAttribute('room'));
    const name = campus.nameOf(id);
    /** @type {Shown} */
    const shown = campus.find(id)?.occupancy_status ?? 'unknown';
    const language = (this.closest('[lang]')?.getAttribute('lang') ?? 'en').slice(0, 2).toLowerCase();
    const text = (words[language] ?? words.en)?.[shown] ?? shown;
    const label = this.getAttribute('label');
    this.#label.textContent = label === null ? '' : label || name;
    if (this.#word.textContent !== text || this.getAttribute('status') !== shown) {
      this.setAttribute('status', shown);
      this.#word.textContent = text;
      this.#glyph.replaceChildren(...draw(shown));
    }

    const title = name ? `${name}: ${text}` : text;
    if (this.getAttribute('title') !== title) {
      this.setAttribute('title', title);
    }
  }
}

customElements.define('room-badge', RoomBadge);
