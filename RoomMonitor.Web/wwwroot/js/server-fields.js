// A field that the circuit also writes by itself (<input data-server-value="what the server has">): one field moves another, and an older
// answer may come after the field it moves was typed into. Blazor takes what was typed for what the field shows, and sends it no more.
// What the server has is what was typed last: then the field shows it. What a dead line has swallowed is told again when it is back.
const typed = new Map();

// Blazor adds the seconds to a time.
const serverValueOf = field => field.type === 'time' ? field.dataset.serverValue.slice(0, 5) : field.dataset.serverValue;

function onTyped({ target }) {
  if (target.dataset?.serverValue !== undefined) {
    // In the order in which they were typed last.
    typed.delete(target);
    typed.set(target, target.value);
  }
}

function settle(field) {
  const value = serverValueOf(field);
  if (typed.get(field) === value && field.value !== value) {
    field.value = value;
  }
}

function tellAgain() {
  for (const field of [...typed.keys()]) {
    if (!field.isConnected) {
      typed.delete(field);
    } else if (field.value !== serverValueOf(field)) {
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

document.addEventListener('input', onTyped, { capture: true });
document.addEventListener('change', onTyped, { capture: true });
new MutationObserver(changes => changes.forEach(change => settle(change.target)))
  .observe(document.documentElement, { subtree: true, attributeFilter: ['data-server-value'] });
new MutationObserver(() => document.documentElement.dataset.connection === 'live' && tellAgain())
  .observe(document.documentElement, { attributeFilter: ['data-connection'] });
