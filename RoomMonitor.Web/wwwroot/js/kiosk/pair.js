// @ts-check
// The page of a one-time link: sends its form by itself, once somebody sees it. A page that a browser only fetches ahead is not seen.
const form = /** @type {HTMLFormElement} */ (document.querySelector('[data-pair]'));

/** @type {boolean} */
const isAhead = /** @type {any} */ (document).prerendering === true;

if (isAhead) {
  document.addEventListener('prerenderingchange', () => form.requestSubmit(), { once: true });
} else if (document.visibilityState === 'visible') {
  form.requestSubmit();
} else {
  document.addEventListener('visibilitychange', () => form.requestSubmit(), { once: true });
}
