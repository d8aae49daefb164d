// @ts-check
// How much of what a screen shows may still be believed.

/** At most so long nothing comes on a line that stands: the heartbeat of a room's channel, and of an overview's. */
const heartbeats = { room: 30_000, overview: 60_000 };

/** A heartbeat that is later than this was missed. */
const grace = 5_000;

/**
 * @param {number} age milliseconds since the last news
 * @param {number} unknownAfter
 * @param {keyof heartbeats} channel
 * @returns {'fresh' | 'aged' | 'unknown'} aged: the screen says as of when it is
 */
export const believedAt = (age, unknownAfter, channel) => age >= unknownAfter ? 'unknown' : age >= heartbeats[channel] + grace ? 'aged' : 'fresh';
