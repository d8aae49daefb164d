// Back closes what is open over a page before it leaves the page: each dialog has an entry of its own in the history while it stands.
const open = [];
let leaving = 0;

/** @param dismiss closes the dialog */
export function enter(dismiss) {
  const entry = { dismiss, depth: open.length + 1 };
  open.push(entry);
  history.pushState({ ...history.state, dialog: entry.depth }, '');
  return entry;
}

/** The dialog is gone; by whatever but Back, its entry is too. */
export function leave(entry) {
  const at = open.indexOf(entry);
  if (at < 0) {
    return;
  }

  open.splice(at);
  if (history.state?.dialog === entry.depth) {
    leaving++;
    history.back();
  }
}

// Before Blazor's own, for which nothing has happened.
addEventListener('popstate', event => {
  if (leaving > 0) {
    leaving--;
    event.stopImmediatePropagation();
  } else if (open.length > 0 && (history.state?.dialog ?? 0) < open.length) {
    event.stopImmediatePropagation();
    open.pop().dismiss();
  }
});
