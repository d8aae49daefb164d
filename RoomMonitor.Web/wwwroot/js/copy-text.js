// <copy-text data-copied="Copied"><input readonly><button><span>Copy</span></button></copy-text>: the button copies what stands in the field,
// and says so for a while. Where there is no clipboard (a page over http), the field's text is marked, for whoever knows Ctrl+C.
const shown = 4_000;

class CopyText extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.onClick);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    this.removeEventListener('click', this.onClick);
  }

  onClick = async event => {
    const button = event.target.closest('button');
    const field = this.querySelector('input');
    if (!button || !field) {
      return;
    }

    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      if (!document.execCommand('copy')) {
        return;
      }
    }

    const word = button.querySelector('span');
    this.word ??= word.textContent;
    word.textContent = this.dataset.copied;
    word.setAttribute('role', 'status');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      word.textContent = this.word;
    }, shown);
  };
}

customElements.define('copy-text', CopyText);
