// @ts-check
// Writes into elements that stay the same for months: nothing is made anew, and nothing is touched that is right already.

/**
 * The element of a page by its data-k.
 * @param {string} name
 * @returns {HTMLElement | null}
 */
export const part = name => document.querySelector(`[data-k="${name}"]`);

/**
 * @param {Element | null | undefined} element
 * @param {string} text
 */
export function write(element, text) {
  if (element && element.textContent !== text) {
    const node = element.firstChild;
    if (node?.nodeType === Node.TEXT_NODE && node === element.lastChild) {
      /** @type {Text} */ (node).data = text;
    } else {
      element.textContent = text;
    }
  }
}

/**
 * @param {HTMLElement | null | undefined} element
 * @param {boolean} isShown
 */
export function show(element, isShown) {
  if (element && element.hidden === isShown) {
    element.hidden = !isShown;
  }
}

/**
 * @param {Element | null | undefined} element
 * @param {string} name
 * @param {string} value
 */
export function mark(element, name, value) {
  if (element && element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/** @type {Record<string, string>} */
const classes = { free: 's-available', ending_soon: 's-ending', occupied: 's-occupied', unknown: 's-unknown' };

/**
 * Gives an element the colours of a status.
 * @param {Element | null | undefined} element
 * @param {string} status
 * @param {string} base its other classes
 */
export const paint = (element, status, base) => mark(element, 'class', `${base} ${classes[status]}`);

/**
 * Drains the wedge of a room that is about to become free.
 * @param {HTMLElement | null | undefined} element
 * @param {number} minutes
 */
export function drain(element, minutes) {
  // A full circle would look like Occupied, an empty one like Available.
  const left = String(Math.min(14.5, Math.max(1, minutes)));
  if (element && element.style.getPropertyValue('--left') !== left) {
    element.style.setProperty('--left', left);
  }
}
