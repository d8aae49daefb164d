// Escape closes the details of a status badge until the pointer or the focus moves on (WCAG 1.4.13).
const root = document.documentElement;

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    root.dataset.details = 'dismissed';
  }
});

for (const name of ['pointerover', 'focusin']) {
  document.addEventListener(name, () => {
    delete root.dataset.details;
  });
}
