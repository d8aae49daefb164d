// @ts-check
// A list that doesn't fit is shown page by page: nobody is there to scroll.
import { part, show, write } from './dom.js';
import { text } from './words.js';

const shownFor = 12_000;

/**
 * The pages of a list whose headings take a place each, and never the last one of a column.
 * @param {boolean[]} headings which items are headings
 * @param {number} rows of a column
 * @param {number} columns
 * @returns {number[][]} the indexes of the items of each page; -1 for a place that stays empty
 */
export function pagesOf(headings, rows, columns) {
  const size = rows * columns;
  /** @type {number[][]} */
  const pages = [];
  /** @type {number[]} */
  let page = [];
  headings.forEach((isHeading, index) => {
    if (page.length === size) {
      page = [];
    }

    if (isHeading && (page.length + 1) % rows === 0 && rows > 1) {
      page.push(-1);
      page = page.length === size ? [] : page;
    }

    if (page.length === 0) {
      pages.push(page);
    }

    page.push(index);
  });
  return pages.length === 0 ? [[]] : pages;
}

export class Pages {
  #rows = 6;
  #columns = 2;
  #page = 0;
  #since = performance.now();
  /** @type {HTMLElement} */
  #list;

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
    this.#measure();
    addEventListener('resize', () => this.#measure());
  }

  get rows() {
    return this.#rows;
  }

  get columns() {
    return this.#columns;
  }

  /**
   * Which page is to be shown now, of so many.
   * @param {number} count
   */
  turn(count) {
    const now = performance.now();
    if (count < 2) {
      this.#since = now;
      this.#page = 0;
    } else if (now - this.#since >= shownFor) {
      this.#page++;
      this.#since = now;
    }

    this.#page %= count;
    show(part('pages'), count > 1);
    if (count > 1) {
      write(part('page'), text('pageOf', this.#page + 1, count));
      const progress = part('progress');
      const width = `${Math.min(100, Math.round((now - this.#since + 1_000) / shownFor * 100))}%`;
      if (progress && progress.style.width !== width) {
        progress.style.width = width;
      }
    }

    return this.#page;
  }

  /** How many rows and columns there are is said by the styles, which know the screen. */
  #measure() {
    const style = getComputedStyle(this.#list);
    this.#rows = Number(style.getPropertyValue('--rows')) || 6;
    this.#columns = Number(style.getPropertyValue('--columns')) || 2;
  }
}
