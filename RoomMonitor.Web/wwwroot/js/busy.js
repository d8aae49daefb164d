// <button data-busy="Booking …">: from the click on it says so and takes no other click, until Blazor writes its answer into the button.
// Where none comes, nobody knows: <p data-unreached role="alert" hidden> in its dialog, in what is marked data-tells, or in its form says
// so. What is clicked without a connection is early.js's.
import { text } from './texts.js';

const patience = 10_000;
const root = document.documentElement;
const waiting = new Map();

const isLive = () => root.dataset.connection === 'live';

function say(button, words) {
  const notes = (button.closest('dialog, [data-tells]') ?? button.form)?.querySelectorAll('[data-unreached]') ?? [];
  for (const note of notes) {
    note.textContent = words;
    note.hidden = words === '';
  }
}

function release(button, words = '') {
  const { observer, alarm } = waiting.get(button);
  waiting.delete(button);
  observer.disconnect();
  clearTimeout(alarm);
  button.removeAttribute('data-pending');
  button.removeAttribute('aria-busy');
  say(button, words);
}

function hold(button) {
  say(button, '');
  button.setAttribute('data-pending', '');
  button.setAttribute('aria-busy', 'true');
  // What is set above is not Blazor's answer: the observer begins after it.
  const observer = new MutationObserver(() => release(button));
  observer.observe(button, { attributes: true, characterData: true, childList: true, subtree: true });
  waiting.set(button, { observer, alarm: setTimeout(() => release(button, text('noAnswer')), patience) });
}

function refuse(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

// Before Blazor, which listens to the document.
addEventListener('click', event => {
  const button = event.target.closest?.('button[data-busy]');
  if (!button || button.getAttribute('aria-disabled') === 'true') {
    return;
  }

  if (waiting.has(button)) {
    refuse(event);
  } else if (isLive()) {
    hold(button);
  }
}, true);

new MutationObserver(() => {
  if (!isLive()) {
    [...waiting.keys()].forEach(button => release(button, text('noAnswer')));
  }
}).observe(root, { attributeFilter: ['data-connection'] });
