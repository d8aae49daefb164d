// In the page of a door panel: notes when its status came to be another one, and when that could be seen.
// "shown" is taken at the start of the frame after the one that painted the change: one frame late rather than early.
(() => {
  const seen = window.benchSeen = [];
  const status = () => /\bs-(\w+)/.exec(document.body.className)?.[1] ?? '';
  let last = status();

  new MutationObserver(() => {
    const changed = performance.now();
    if (status() !== last) {
      last = status();
      const note = { status: last, changed, shown: 0 };
      seen.push(note);
      requestAnimationFrame(() => requestAnimationFrame(() => {
        note.shown = performance.now();
      }));
    }
  }).observe(document.body, { attributes: true, attributeFilter: ['class'] });

  return last;
})()
