// <form-use>: tells of "formused" while somebody uses the form inside, at most once in twenty seconds.
const pause = 20_000;

class FormUse extends HTMLElement {
  #told = -pause;

  connectedCallback() {
    for (const name of ['input', 'keydown', 'pointerdown']) {
      this.addEventListener(name, this.#use);
    }
  }

  #use = () => {
    if (performance.now() - this.#told >= pause) {
      this.#told = performance.now();
      this.dispatchEvent(new CustomEvent('formused', { bubbles: true }));
    }
  };
}

Blazor.registerCustomEventType('formused', { createEventArgs: () => ({}) });

customElements.define('form-use', FormUse);
