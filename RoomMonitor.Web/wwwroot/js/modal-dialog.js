// <modal-dialog>: shows the <dialog> inside as a modal one while it is in the page. Escape presses the button with data-dismiss, and
// the focus goes back to where it was; where that is gone with what the dialog did, to the page's heading. Back presses it too.
import { enter, leave } from './dialog-history.js';

class ModalDialog extends HTMLElement {
  connectedCallback() {
    this.origin = document.activeElement;

    // Blazor fills an element after it has put it into the page.
    queueMicrotask(() => this.open());
  }

  disconnectedCallback() {
    const { origin } = this;
    leave(this.entry);
    queueMicrotask(() => (origin?.isConnected && origin !== document.body ? origin : document.querySelector('h1'))?.focus());
  }

  open() {
    const dialog = this.querySelector('dialog');
    if (!dialog || dialog.open || !this.isConnected) {
      return;
    }

    const dismiss = () => this.querySelector('[data-dismiss]')?.click();
    dialog.addEventListener('cancel', event => {
      if (event.target === dialog) {
        event.preventDefault();
        dismiss();
      }
    });
    dialog.addEventListener('close', event => event.target === dialog && this.isConnected && dismiss());
    dialog.showModal();
    this.entry = enter(dismiss);
  }
}

customElements.define('modal-dialog', ModalDialog);
