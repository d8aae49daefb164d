// The hint of the first visit: once closed it is gone for good. The cookie tells the server, so that returning readers never see it move.
document.addEventListener('click', event => {
  if (event.target.closest('[data-hint-close]')) {
    document.documentElement.dataset.hint = 'seen';
    document.cookie = `roommonitor-hint=seen; path=${new URL(document.baseURI).pathname}; max-age=31536000; samesite=lax`;
  }
});
