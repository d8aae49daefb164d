// In the page: notes when each room's card came to count down to another instant, and when that could be seen.
// "shown" is taken at the start of the frame after the one that painted the change: one frame late rather than early.
(() => {
  const list = document.querySelector('.list');
  const until = new Map();
  const seen = window.benchSeen = [];

  const cards = () => list.querySelectorAll('[data-room]');
  const untilOf = card => card.querySelector('room-status')?.getAttribute('until') ?? '';

  for (const card of cards()) {
    until.set(card.dataset.room, untilOf(card));
  }

  new MutationObserver(() => {
    const changed = performance.now();
    for (const card of cards()) {
      const { room } = card.dataset;
      const now = untilOf(card);
      if (until.get(room) !== now) {
        until.set(room, now);
        const note = { room: Number(room), until: now, changed, shown: 0 };
        seen.push(note);
        requestAnimationFrame(() => requestAnimationFrame(() => {
          note.shown = performance.now();
        }));
      }
    }
  }).observe(list, { subtree: true, childList: true, attributes: true, attributeFilter: ['until'] });

  // The rooms that are in the window as a whole, in the order of the list.
  return JSON.stringify([...cards()]
    .filter(card => card.getBoundingClientRect().bottom <= innerHeight)
    .map(card => Number(card.dataset.room)));
})()
