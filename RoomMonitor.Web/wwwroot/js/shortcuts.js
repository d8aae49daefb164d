// Keyboard shortcuts: whatever has data-shortcut="g m" is clicked, or gets the focus where it is a field, when its keys are pressed one
// after the other. Never while somebody writes, never with modifiers, and not at all where they were switched off (WCAG 2.1.4).

import { enter, leave } from './dialog-history.js';

const storage = 'roommonitor-shortcuts';
const pause = 1_500;
const fields = 'input, textarea, select, [contenteditable], [role="textbox"], [role="combobox"], [role="listbox"]';
let pressed = [];
let last = 0;
let entry = null;

const isOn = () => localStorage.getItem(storage) !== 'off';

const dialog = () => document.getElementById('shortcuts');

function reflect() {
  for (const box of document.querySelectorAll('[data-shortcuts-switch]')) {
    box.checked = isOn();
  }
}

function open() {
  reflect();
  if (!dialog().open) {
    dialog().showModal();
    entry = enter(() => dialog().close());
  }
}

function find(keys) {
  const candidates = [...document.querySelectorAll(`[data-shortcut="${CSS.escape(keys)}"]`)];
  if (keys === '/') {
    candidates.push(...document.querySelectorAll('main input[type="search"]'));
  }

  return candidates.find(element => element.checkVisibility() && !element.disabled);
}

/** Whether anything came of the keys. */
function act(keys) {
  if (keys === '?') {
    open();
    return true;
  }

  const target = find(keys);
  if (target?.matches(fields)) {
    target.focus();
    target.select?.();
  } else {
    target?.click();
  }

  return !!target;
}

document.addEventListener('keydown', event => {
  const { key, target } = event;
  if (event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey || key.length !== 1
    || !isOn() || target.closest?.(fields) || document.querySelector('dialog[open], [role="dialog"]')) {
    return;
  }

  const now = performance.now();
  pressed = now - last < pause ? [...pressed.slice(-1), key.toLowerCase()] : [key.toLowerCase()];
  last = now;
  const both = pressed.join(' ');
  if ((pressed.length === 2 && act(both)) || act(pressed.at(-1))) {
    pressed = [];
    event.preventDefault();
  }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-shortcuts-open]')) {
    open();
  } else if (event.target === dialog() || event.target.closest('[data-shortcuts-close]')) {
    dialog().close();
  }
});

document.addEventListener('close', event => {
  if (event.target === dialog()) {
    leave(entry);
  }
}, true);

document.addEventListener('change', event => {
  if (event.target.matches('[data-shortcuts-switch]')) {
    localStorage.setItem(storage, event.target.checked ? 'on' : 'off');
    reflect();
  }
});

/** Stands round a switch, which shows how it is in this browser as soon as it is on the page. */
class ShortcutsSwitch extends HTMLElement {
  connectedCallback() {
    queueMicrotask(reflect);
  }
}

customElements.define('shortcuts-switch', ShortcutsSwitch);
