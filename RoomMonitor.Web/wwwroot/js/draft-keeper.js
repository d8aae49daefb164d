// Keeps what is typed into a half-filled form over a reload, above all the one after a restart of the server.
//   <form data-keep="key">            what is in its fields is kept under the key, for this tab
//   <draft-done for="key">            rendered when it was sent with success: the draft is thrown away
// Fields are known by name, else by their place among those of their type; data-keep="no" leaves one out, and passwords, files and
// what frameworks hide (names that begin with "_") are never kept. What the address keeps too (data-keep="address") is put back only
// where the address has not changed since: what was typed while the line was dead. What the page before has left is put in once, when
// the form is there and alive.
const prefix = 'room-monitor.draft.';
const signedOut = 'room-monitor.signed-out';
const lifetime = 24 * 60 * 60 * 1_000;
const never = ['password', 'file', 'submit', 'button', 'reset', 'image'];

// Drafts of this page itself are not put back: only what was there when it was loaded.
const left = new Map();

// What was typed into the fields that the address keeps, in that order: one moves the other, and what the server has moved may not be here yet.
const edits = new Map();

// Until somebody types again: the field that has the focus says once more that it was changed, when its page goes.
let isForgotten = false;

function fieldsOf(form) {
  const counts = new Map();
  return [...form.elements]
    .filter(field => field.matches('input, select, textarea') && !never.includes(field.type) && !field.name.startsWith('_') && field.dataset.keep !== 'no')
    .map(field => {
      const name = field.name || field.type;
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      return [`${name} ${count}`, field];
    });
}

const isChoice = field => field.type === 'checkbox' || field.type === 'radio';

const isInAddress = field => field.dataset.keep === 'address';

const valueOf = field => isChoice(field) ? field.checked : field.value;

function keep(form) {
  const fields = Object.fromEntries(fieldsOf(form).filter(([, field]) => !isInAddress(field)).map(([name, field]) => [name, valueOf(field)]));
  sessionStorage.setItem(prefix + form.dataset.keep, JSON.stringify({ at: Date.now(), path: location.pathname, search: location.search, fields, edits: [...edits.get(form.dataset.keep) ?? []] }));
}

function putBack(form, draft) {
  const fields = fieldsOf(form);
  if (draft.search === location.search) {
    for (const [name, value] of draft.edits ?? []) {
      fields.filter(([own]) => own === name).forEach(([, field]) => type(field, value));
    }
  }

  for (const [name, field] of fields) {
    const value = draft.fields[name];
    if (!isInAddress(field) && value !== undefined && value !== valueOf(field)) {
      type(field, value);
    }
  }
}

function type(field, value) {
  if (field.disabled || field.readOnly) {
    return;
  }

  if (isChoice(field)) {
    field.checked = value;
  } else {
    field.value = value;
  }

  // Blazor's bindings listen to one or the other.
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Puts back what waits for the forms that are here; only in a page that is alive, whose circuit hears of it. */
function restore() {
  if (document.documentElement.dataset.connection !== 'live') {
    return;
  }

  for (const form of document.querySelectorAll('form[data-keep]')) {
    const draft = left.get(form.dataset.keep);
    if (draft && draft.path === location.pathname && fieldsOf(form).length > 0) {
      left.delete(form.dataset.keep);
      putBack(form, draft);
    }
  }
}

function read() {
  for (const name of Object.keys(sessionStorage).filter(name => name.startsWith(prefix))) {
    const draft = JSON.parse(sessionStorage.getItem(name));
    if (Date.now() - draft.at > lifetime) {
      sessionStorage.removeItem(name);
    } else {
      left.set(name.slice(prefix.length), draft);
    }
  }
}

function forget() {
  Object.keys(sessionStorage).filter(name => name.startsWith(prefix)).forEach(name => sessionStorage.removeItem(name));
  left.clear();
  edits.clear();
  isForgotten = true;
}

class DraftDone extends HTMLElement {
  connectedCallback() {
    const key = this.getAttribute('for');
    left.delete(key);
    edits.delete(key);
    sessionStorage.removeItem(prefix + key);
  }
}

function noteEdit(form, target) {
  const [name] = fieldsOf(form).find(([, field]) => field === target) ?? [];
  if (name && isInAddress(target)) {
    const typed = edits.get(form.dataset.keep) ?? new Map();
    typed.delete(name);
    edits.set(form.dataset.keep, typed.set(name, valueOf(target)));
  }
}

/** Typed before the draft of the page before was put back: it stands above what the draft says of that field. */
function addTo(draft, form, target) {
  for (const [name, field] of fieldsOf(form)) {
    if (field === target && isInAddress(field)) {
      draft.edits = [...(draft.edits ?? []).filter(([other]) => other !== name), [name, valueOf(field)]];
    } else if (field === target) {
      draft.fields[name] = valueOf(field);
    }
  }

  sessionStorage.setItem(prefix + form.dataset.keep, JSON.stringify(draft));
}

function onTyped(event) {
  const form = event.target.form ?? event.target.closest?.('form');
  if (!form?.dataset.keep || (isForgotten && event.type === 'change')) {
    return;
  }

  isForgotten = false;

  noteEdit(form, event.target);
  const draft = left.get(form.dataset.keep);
  if (draft?.path === location.pathname) {
    addTo(draft, form, event.target);
  } else {
    keep(form);
  }
}

read();
customElements.define('draft-done', DraftDone);
document.addEventListener('input', onTyped);
document.addEventListener('change', onTyped);
// Whoever sits here next is somebody else, in the other tabs too.
document.addEventListener('submit', event => {
  if (event.target.getAttribute('action') === 'account/sign-out') {
    forget();
    localStorage.setItem(signedOut, Date.now());
  }
});
window.addEventListener('storage', event => {
  if (event.key === signedOut) {
    forget();
  }
});

if (left.size > 0) {
  // Forms come with the prerender, with the circuit, or when their data has been read.
  const watch = new MutationObserver(() => {
    requestAnimationFrame(restore);
    if (left.size === 0) {
      watch.disconnect();
    }
  });
  watch.observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ['data-connection', 'data-keep'] });
}
