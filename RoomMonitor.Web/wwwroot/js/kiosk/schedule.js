// @ts-check
// What a room's schedule says of it at any instant: the rules of RoomSchedule.StatusAt (RoomMonitor.Domain/Occupancy), in pure functions.
// Instants are milliseconds of campus time; slots are half-open.

/**
 * @typedef {'free' | 'ending_soon' | 'occupied' | 'unknown'} Status unknown: past what the schedule reaches
 *
 * @typedef {object} Slot
 * @property {number} start
 * @property {number} end
 * @property {boolean} isClosure
 * @property {boolean} isPending waits for approval
 * @property {number} attendees
 * @property {number | null} id of the reservation
 * @property {boolean | null} checkedIn null where nobody asks for it
 * @property {string} purpose empty for screens that may not show it
 * @property {string} organiser
 *
 * @typedef {object} Claim what the server said last, where that isn't what the slots say
 * @property {number | null} heldUntil
 * @property {number | null} freeUntil
 * @property {number} attendees
 * @property {number} at
 *
 * @typedef {object} Schedule
 * @property {number} id of the room
 * @property {string} name
 * @property {string} building
 * @property {number} floor
 * @property {number} capacity
 * @property {number} until
 * @property {number} timestamp
 * @property {Slot[]} slots by start, then end, then id
 * @property {Claim | null} claim
 *
 * @typedef {object} State
 * @property {Status} status
 * @property {number | null} heldUntil end of the chain that holds the room
 * @property {number | null} freeUntil start of the next slot of a free room, where the schedule knows one
 * @property {Slot | null} current
 * @property {Slot | null} next the first slot that begins later
 * @property {number} changesAt before which nothing of this changes
 */

const endingSoon = 15 * 60_000;
const minute = 60_000;
const day = 1440 * minute;

/** Of two slots, as the server sorts them. */
const order = (/** @type {Slot} */ one, /** @type {Slot} */ other) =>
  one.start - other.start || one.end - other.end || (one.id ?? -1) - (other.id ?? -1);

/**
 * A schedule as the server sends it.
 * @param {Record<string, any>} wire
 * @returns {Schedule}
 */
export function read(wire) {
  return {
    id: wire.room_id,
    name: wire.room_name,
    building: wire.building,
    floor: wire.floor,
    capacity: wire.capacity,
    until: Date.parse(wire.until),
    timestamp: Date.parse(wire.timestamp),
    slots: wire.slots.map(readSlot),
    claim: null,
  };
}

/**
 * @param {Record<string, any>} slot
 * @returns {Slot}
 */
function readSlot(slot) {
  return {
    start: Date.parse(slot.start),
    end: Date.parse(slot.end),
    isClosure: slot.kind === 'closure',
    isPending: slot.status === 'pending',
    attendees: slot.attendees,
    id: slot.reservation_id ?? null,
    checkedIn: slot.checked_in ?? null,
    purpose: slot.purpose ?? '',
    organiser: slot.organiser ?? '',
  };
}

/**
 * @param {Schedule} schedule
 * @param {number} now
 * @returns {State}
 */
export function stateAt(schedule, now) {
  if (now >= schedule.until) {
    return { status: 'unknown', heldUntil: null, freeUntil: null, current: null, next: null, changesAt: Infinity };
  }

  /** @type {Slot | null} */
  let current = null;
  /** @type {Slot | null} */
  let next = null;
  /** @type {Slot | null} */
  let afterChain = null;
  /** @type {number | null} */
  let heldUntil = null;
  let changesAt = schedule.until;
  for (const slot of schedule.slots) {
    if (slot.start <= now && now < slot.end) {
      // Of two at once a reservation is told rather than a closure.
      current = current === null || (current.isClosure && !slot.isClosure) ? slot : current;
      heldUntil = Math.max(heldUntil ?? slot.end, slot.end);
      changesAt = Math.min(changesAt, slot.end);
    } else if (slot.start > now) {
      next ??= slot;
      changesAt = Math.min(changesAt, slot.start);
      if (heldUntil !== null && slot.start <= heldUntil) {
        // Sorted by start: what touches the chain so far makes it longer.
        heldUntil = Math.max(heldUntil, slot.end);
      } else {
        afterChain = slot;
        break;
      }
    }
  }

  if (schedule.claim) {
    return claimed(schedule.claim, current, next, now, changesAt);
  }

  return stateOf(heldUntil, heldUntil === null ? afterChain?.start ?? null : null, current, next, now, changesAt);
}

/**
 * @param {number | null} heldUntil
 * @param {number | null} freeUntil
 * @param {Slot | null} current
 * @param {Slot | null} next
 * @param {number} now
 * @param {number} changesAt
 * @returns {State}
 */
function stateOf(heldUntil, freeUntil, current, next, now, changesAt) {
  if (heldUntil === null) {
    return { status: 'free', heldUntil, freeUntil, current, next, changesAt };
  }

  const soon = heldUntil - endingSoon;
  return {
    status: now >= soon ? 'ending_soon' : 'occupied',
    heldUntil,
    freeUntil: null,
    current,
    next,
    changesAt: Math.min(changesAt, now < soon ? soon : heldUntil),
  };
}

/**
 * What the server said counts until its next change; what comes then nobody knows before the schedule has been read again.
 * @param {Claim} claim
 * @param {Slot | null} current
 * @param {Slot | null} next
 * @param {number} now
 * @param {number} changesAt
 * @returns {State}
 */
function claimed(claim, current, next, now, changesAt) {
  const end = claim.heldUntil ?? claim.freeUntil ?? claim.at + day;
  if (now >= end) {
    return { status: 'unknown', heldUntil: null, freeUntil: null, current: null, next: null, changesAt: Infinity };
  }

  const isSame = claim.heldUntil !== null && current !== null && current.attendees === claim.attendees;
  return stateOf(claim.heldUntil, claim.freeUntil, isSame ? current : null, next, now, Math.min(changesAt, end));
}

/** Whole minutes, rounded up. */
export const minutesUntil = (/** @type {number} */ instant, /** @type {number} */ now) => Math.ceil((instant - now) / minute);

/**
 * The schedule after a message about a reservation of its room; the same object where nothing of it changed.
 * @param {Schedule} schedule
 * @param {Record<string, any>} message
 * @returns {Schedule}
 */
export function withMessage(schedule, message) {
  const id = message.reservation_id;
  if (typeof id !== 'number' || message.event_type === 'status_changed') {
    return schedule;
  }

  const reservation = message.event_type === 'deleted' ? null : message.reservation;
  const known = schedule.slots.find(slot => slot.id === id);
  const slots = schedule.slots.filter(slot => slot.id !== id);
  if (reservation && reservation.room_id === schedule.id && reservation.status !== 'cancelled') {
    // The socket tells everybody the same; what the screen knows of people, it keeps.
    const { purpose, organiser, checkedIn } = known ?? { purpose: '', organiser: '', checkedIn: null };
    const slot = { ...readSlot({ ...reservation, reservation_id: id, kind: 'reservation' }), purpose, organiser, checkedIn };
    if (slot.start < schedule.until || slots.some(other => other.end >= slot.start)) {
      slots.push(slot);
      slots.sort(order);
    }
  } else if (!known) {
    return schedule;
  }

  return { ...schedule, slots };
}

/**
 * Whether the slots say of an instant what the server said of it.
 * @param {Schedule} schedule
 * @param {Record<string, any>} status room status of the wire
 * @param {number} at
 */
export function agrees(schedule, status, at) {
  const state = stateAt(schedule.claim ? { ...schedule, claim: null } : schedule, at);
  const until = status.free_until === null ? null : Date.parse(status.free_until);
  return state.status === status.occupancy_status
    && state.heldUntil === (status.next_available_at === null ? null : Date.parse(status.next_available_at))
    && state.freeUntil === (until === null || until >= schedule.until ? null : until)
    && (state.current?.id ?? null) === status.current_reservation_id;
}

/**
 * The schedule that says what the server said, whatever its slots say.
 * @param {Schedule} schedule
 * @param {Record<string, any>} status
 * @param {number} at
 * @returns {Schedule}
 */
export function claiming(schedule, status, at) {
  const claim = {
    heldUntil: status.next_available_at === null ? null : Date.parse(status.next_available_at),
    freeUntil: status.free_until === null ? null : Date.parse(status.free_until),
    attendees: status.current_attendees,
    at,
  };
  // A status from just before a change says nothing of what comes after it.
  return (claim.heldUntil ?? claim.freeUntil ?? Infinity) <= at ? schedule : { ...schedule, claim };
}
