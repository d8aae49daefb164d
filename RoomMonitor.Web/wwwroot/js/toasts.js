// Keyboard and focus of the messages. <toast-stack> never takes the focus; it hands on the one that it has.
class ToastStack extends HTMLElement {
  #before = null;

  connectedCallback() {
    this.addEventListener('focusin', event => {
      if (event.relatedTarget && !this.contains(event.relatedTarget)) {
        this.#before = event.relatedTarget;
      }
    });
    this.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        event.target.closest('[data-toast]')?.querySelector('[data-toast-close]').click();
      }
    });
    this.addEventListener('click', event => {
      const close = event.target.closest('[data-toast-close]');
      if (close) {
        this.#leave(close, event.detail === 0);
      }
    });
  }

  /** A toast that goes leaves the focus to the next one for somebody at the keyboard, and to where it came from for anybody else. */
  #leave(close, byKeyboard) {
    if (!close.matches(':focus')) {
      return;
    }

    const others = [...this.querySelectorAll('[data-toast]:not(.leaving) [data-toast-close]')];
    const at = others.indexOf(close);
    const next = others[at + 1] ?? others[at - 1];
    if (byKeyboard && next) {
      next.focus();
    } else if (this.#before?.isConnected) {
      this.#before.focus({ preventScroll: true });
    } else {
      close.blur();
    }
  }
}

customElements.define('toast-stack', ToastStack);
