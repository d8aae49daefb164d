// A popover closes when one of its links is followed: the page stays, so nothing else would.
document.addEventListener('click', event => {
  if (event.target.closest('a[href]')) {
    event.target.closest('[popover]')?.hidePopover();
  }
});
