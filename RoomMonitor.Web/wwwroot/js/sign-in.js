// <a data-sign-in>: leads back to the address at the time of the click, which may be another one than when the link was rendered.
addEventListener('click', event => {
  const link = event.target.closest?.('a[data-sign-in]');
  if (link && location.pathname !== link.pathname) {
    const base = new URL(document.baseURI).pathname;
    link.search = `?returnUrl=${encodeURIComponent(`/${location.pathname.slice(base.length)}${location.search}`)}`;
  }
}, true);
