// A menu that the server renders while it is open, right after its button: shown over everything, beside the button. Escape, and a
// press anywhere else, press [data-dismiss]; when the menu goes, the focus is back on the button.
const gap = 4;

class MenuPopover extends HTMLElement {
  connectedCallback() {
    this.button = this.previousElementSibling;
    this.place = () => this.moveBesideButton();
    this.onPress = event => {
      if (!this.contains(event.target) && !this.button.contains(event.target)) {
        this.dismiss();
      }
    };
    this.onKey = event => {
      if (event.key === 'Escape') {
        this.dismiss();
      }
    };
    document.addEventListener('pointerdown', this.onPress);
    document.addEventListener('keydown', this.onKey);
    addEventListener('scroll', this.place, { capture: true, passive: true });
    addEventListener('resize', this.place);
    // What is inside comes in the same batch, after this element.
    queueMicrotask(() => this.open());
  }

  disconnectedCallback() {
    document.removeEventListener('pointerdown', this.onPress);
    document.removeEventListener('keydown', this.onKey);
    removeEventListener('scroll', this.place, { capture: true });
    removeEventListener('resize', this.place);
    if (document.activeElement === document.body) {
      this.button.focus();
    }
  }

  get menu() {
    return this.querySelector('[popover]');
  }

  open() {
    this.menu.showPopover();
    this.place();
    this.menu.querySelector('button')?.focus();
  }

  dismiss() {
    this.querySelector('[data-dismiss]').click();
  }

  /** Below the button, or above it where there is more room; their right edges in line, and never off the screen. */
  moveBesideButton() {
    const { menu } = this;
    if (!menu) {
      return;
    }

    const at = this.button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = menu;
    const below = at.bottom + gap + height <= innerHeight || at.top < height + gap;
    menu.style.top = `${below ? at.bottom + gap : at.top - gap - height}px`;
    menu.style.left = `${Math.max(gap, Math.min(at.right - width, innerWidth - width - gap))}px`;
  }
}

customElements.define('menu-popover', MenuPopover);
