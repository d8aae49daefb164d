// @ts-check
// Whether it was RoomMonitor that answered, and no gateway, sign-in proxy or portal in its place: a screen that believes their 401 would
// take itself for revoked.

/** @param {Response} response */
export const isOwn = response => response.headers.has('X-RoomMonitor');
