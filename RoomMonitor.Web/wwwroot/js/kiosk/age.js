// @ts-check
// How much of what a screen shows may still be believed.

/** Without news for so long the screen says as of when it is. */
export const agedAfter = 90_000;

/**
 * @param {number} age milliseconds since the last news
 * @param {number} unknownAfter
 * @returns {'fresh' | 'aged' | 'unknown'}
 */
export const believedAt = (age, unknownAfter) => age >= unknownAfter ? 'unknown' : age >= agedAfter ? 'aged' : 'fresh';
