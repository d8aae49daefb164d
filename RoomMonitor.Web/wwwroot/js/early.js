// What somebody does before the page's circuit is up, and while it is down (<html data-connection> is neither live nor static). A link is a
// link and a filter (form[data-plain]) a plain request; what needs the circuit says that it waits, and is done once it is there; what was
// typed and chosen, and the focus, are taken over. Classic and in the head: it hears the first key.
(() => {
  const root = document.documentElement;
  const patience = 30_000;
  const settling = 10_000;
  const pause = 400;
  const focusKey = 'room-monitor.focus';
  const editedKey = 'room-monitor.edited';
  const fields = 'input:not([type=hidden], [type=password], [type=file]), textarea, select';
  const withoutCircuit = '[popovertarget], [data-theme-button], [data-shortcuts-open], [data-shortcuts-close], [data-hint-close], '
    + '[data-reconnect], copy-text button';
  const edited = new Map();
  const opened = new Set();
  let here = location.pathname + location.search;
  let focused = null;
  let clicked = null;
  let slot = null;
  let submitting = 0;
  let settled = 0;
  let note = null;

  const isWaiting = () => ['connecting', 'reconnecting', 'offline'].includes(root.dataset.connection);
  // method="dialog" is sent nowhere: such a form lives by the circuit.
  const isRequest = form => !!form?.hasAttribute('method') && form.getAttribute('method') !== 'dialog';
  const isPlain = form => !!form?.hasAttribute('data-plain');
  const say = name => {
    note ??= document.body.appendChild(Object.assign(document.createElement('p'), { className: 'early-note', role: 'status' }));
    // A live region speaks of what comes into it while it stands.
    setTimeout(() => {
      note.textContent = name ? JSON.parse(document.getElementById('texts').textContent).texts[name] : '';
    });
  };

  /** The same control in the page as the circuit renders it: what it is called, and which one of those that are called so. */
  function described(control) {
    const isButton = control.localName === 'button';
    const name = (isButton ? '' : control.name) || control.getAttribute('aria-label') || control.id
      || (isButton ? '' : control.labels?.[0]?.textContent.trim() || control.getAttribute('href')) || control.textContent.trim();
    return [control.localName, control.type, name, ['checkbox', 'radio'].includes(control.type) ? control.value : ''].join('|');
  }

  const alike = (tag, description) => [...document.getElementsByTagName(tag)].filter(control => described(control) === description);

  function keyOf(control) {
    const description = described(control);
    return { tag: control.localName, description, place: alike(control.localName, description).indexOf(control) };
  }

  const find = key => alike(key.tag, key.description)[key.place];

  const needsCircuit = button => !button.matches(withoutCircuit) && !isPlain(button.form)
    && !(button.type === 'submit' && isRequest(button.form));

  function mark() {
    for (const button of document.querySelectorAll('main button, .book-bar button')) {
      if (isWaiting() && needsCircuit(button) && !button.hasAttribute('aria-disabled')) {
        button.setAttribute('aria-disabled', 'true');
        button.dataset.waits = '';
      } else if (!isWaiting() && button.dataset.waits !== undefined) {
        button.removeAttribute('aria-disabled');
        delete button.dataset.waits;
      }
    }
  }

  function wait(button) {
    if (root.dataset.connection === 'offline') {
      say('noConnection');
      return;
    }

    clicked = { key: keyOf(button), until: performance.now() + patience };
    button.setAttribute('aria-busy', 'true');
    say('waits');
  }

  function goTo(form, submitter) {
    const address = new URL(location.href);
    const data = new FormData(form, submitter);
    address.search = '';
    address.hash = '';
    for (const { name, dataset } of [...form.elements]) {
      if (dataset.with && !data.getAll(dataset.with).at(-1)) {
        data.delete(name);
      }
    }

    for (const name of new Set(data.keys())) {
      const values = data.getAll(name);
      for (const value of name === 'with' ? values : values.slice(-1)) {
        if (value !== '') {
          address.searchParams.append(name, value);
        }
      }
    }

    if (document.activeElement !== document.body) {
      sessionStorage.setItem(focusKey, JSON.stringify(keyOf(document.activeElement)));
    }

    location.replace(address);
  }

  function write(field, { value, checked }) {
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = checked;
    } else {
      field.value = value;
    }
  }

  function put(field, was) {
    if (field !== was) {
      write(field, was);
    }

    // Blazor's bindings listen to one or the other.
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function refocus() {
    const control = find(focused.key);
    if (document.activeElement !== document.body || focused.control.isConnected) {
      focused = null;
    } else if (control) {
      control.focus({ preventScroll: true });
      if (typeof focused.control.selectionStart === 'number') {
        control.setSelectionRange(focused.control.selectionStart, focused.control.selectionEnd);
      }

      focused = null;
    }
  }

  /** As much of it as the page has by now. */
  function takeOver() {
    // A copy: what is put in may be heard as an edit again.
    for (const [id, { key, field }] of [...edited]) {
      const control = find(key);
      if (control && !control.disabled) {
        edited.delete(id);
        put(control, field);
      }
    }

    for (const id of opened) {
      const popover = document.getElementById(id);
      if (popover) {
        opened.delete(id);
        if (!popover.matches(':popover-open')) {
          popover.showPopover();
        }
      }
    }

    if (slot && document.querySelector('week-chooser')) {
      document.querySelector('week-chooser').dispatchEvent(new CustomEvent('slotchosen', { bubbles: true, detail: slot }));
      slot = null;
    }

    if (focused) {
      refocus();
    }

    const button = clicked && edited.size === 0 ? find(clicked.key) : null;
    if (button && !button.disabled) {
      const isDue = performance.now() < clicked.until;
      clicked = null;
      button.removeAttribute('aria-busy');
      say(isDue ? '' : 'notDone');
      if (isDue) {
        // After what the fields have told.
        setTimeout(() => button.click());
      }
    }
  }

  const watch = new MutationObserver(takeOver);

  function live() {
    clearTimeout(submitting);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
    takeOver();
    settled = setTimeout(() => {
      watch.disconnect();
      if (clicked) {
        say('notDone');
        clicked = null;
      }

      focused = null;
      slot = null;
      edited.clear();
    }, settling);
  }

  function onClick(event) {
    const control = event.target instanceof Element ? event.target.closest('a[href], button') : null;
    if (!isWaiting() || !control) {
      return;
    }

    if (control.localName === 'a' || isPlain(control.form)) {
      // A request of its own: Blazor's interception would ask a circuit that isn't there.
      event.stopPropagation();
    } else if (needsCircuit(control)) {
      event.preventDefault();
      event.stopPropagation();
      wait(control);
    }
  }

  function onSubmit(event) {
    if (!isWaiting() || isRequest(event.target) && !isPlain(event.target)) {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
    if (isPlain(event.target)) {
      goTo(event.target, event.submitter);
    } else if (event.submitter) {
      wait(event.submitter);
    }
  }

  function onEdit(event) {
    const field = event.target;
    if (!isWaiting() || !(field instanceof Element) || !field.matches(fields)) {
      return;
    }

    const key = keyOf(field);
    edited.set(`${key.description} ${key.place}`, { key, field });
    clearTimeout(submitting);
    if (event.type === 'change' && isPlain(field.form) && field.type !== 'search') {
      // Not at each arrow key.
      submitting = setTimeout(() => isWaiting() && field.form?.requestSubmit(), pause);
    }
  }

  function onSlot(event) {
    if (isWaiting()) {
      slot = event.detail;
      say('waits');
    }
  }

  function onFocus(event) {
    if (isWaiting() && event.target instanceof Element) {
      focused = { key: keyOf(event.target), control: event.target };
    }
  }

  function onBlur() {
    // What is only replaced, by the circuit's first render, has not been left.
    setTimeout(() => {
      if (isWaiting() && focused?.control.isConnected && document.activeElement === document.body) {
        focused = null;
      }
    });
  }

  /** For the page that comes in place of this one under the same address: loaded anew because its circuit didn't come. */
  function onLeave() {
    if (isWaiting() && edited.size > 0) {
      const kept = [...edited].map(([id, { key, field: { value, checked } }]) => [id, { key, field: { value, checked } }]);
      sessionStorage.setItem(editedKey, JSON.stringify({ address: location.href, kept }));
    }
  }

  function takeLeft() {
    const left = JSON.parse(sessionStorage.getItem(editedKey) ?? 'null');
    sessionStorage.removeItem(editedKey);
    if (left?.address !== location.href) {
      return;
    }

    for (const [id, { key, field }] of left.kept) {
      const control = find(key);
      if (control) {
        write(control, field);
        edited.set(id, { key, field: control });
      }
    }
  }

  function onToggle(event) {
    if (isWaiting() && event.target.popover) {
      opened[event.newState === 'open' ? 'add' : 'delete'](event.target.id);
    }
  }

  // Back over a page that the circuit has shown needs it again.
  function onPop(event) {
    if (isWaiting() && location.pathname + location.search !== here) {
      event.stopImmediatePropagation();
      location.reload();
    }
  }

  function onState() {
    // A line that breaks again soon begins anew, with what is still to be taken over.
    clearTimeout(settled);
    watch.disconnect();
    mark();
    here = location.pathname + location.search;
    if (!isWaiting()) {
      live();
    } else if (root.dataset.connection === 'offline' && clicked) {
      clicked = null;
      say('noConnection');
    }
  }

  if (root.dataset.posted !== undefined) {
    // The answer to a form: loading it again, or coming back to it, must not send the form once more.
    history.replaceState(history.state, '', location.href);
  }

  if (!isWaiting()) {
    return;
  }

  const capture = { capture: true };
  addEventListener('click', onClick, capture);
  addEventListener('submit', onSubmit, capture);
  addEventListener('input', onEdit, capture);
  addEventListener('change', onEdit, capture);
  addEventListener('focusin', onFocus, capture);
  addEventListener('focusout', onBlur, capture);
  addEventListener('toggle', onToggle, capture);
  addEventListener('slotchosen', onSlot, capture);
  addEventListener('popstate', onPop, capture);
  addEventListener('pagehide', onLeave);
  new MutationObserver(onState).observe(root, { attributeFilter: ['data-connection'] });
  addEventListener('DOMContentLoaded', () => {
    mark();
    takeLeft();
    const left = sessionStorage.getItem(focusKey);
    sessionStorage.removeItem(focusKey);
    if (left && document.activeElement === document.body) {
      find(JSON.parse(left))?.focus({ preventScroll: true });
    }
  });
})();
