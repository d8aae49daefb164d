// What the modules write, in the reader's language: the server puts it into <script id="texts"> (BrowserTexts.cs), so that there is one
// dictionary only. Dates and times are written by .NET's patterns, so that both sides write them alike.

const page = JSON.parse(document.getElementById('texts').textContent);
const day = 1440;
const two = number => String(number).padStart(2, '0');

/** Compares names as people read them, "Room 2" before "Room 10": as NaturalOrder.cs. */
export const natural = new Intl.Collator('und', { numeric: true, sensitivity: 'accent' }).compare;

// As BidiText.cs: a name from right to left is an isolate of its own.
const fromRightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
export const isolated = value => fromRightToLeft.test(String(value)) ? `\u2068${value}\u2069` : value;

/** A text by its name, with its {0} and {1} filled in. */
export const text = (name, ...values) => page.texts[name].replace(/\{(\d)\}/g, (_, place) => isolated(values[place]));

/**
 * Writes the parts of a clock (year, month from 1, day, hour, minute, second) by one of the page's patterns: time, timeWithSeconds, weekday, day,
 * longDay. */
export function written(pattern, { year, month, day, hour, minute, second }) {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const values = {
    HH: two(hour),
    H: hour,
    hh: two(hour % 12 || 12),
    h: hour % 12 || 12,
    mm: two(minute),
    ss: two(second),
    tt: hour < 12 ? page.am : page.pm,
    dddd: page.longWeekdays[weekday],
    ddd: page.weekdays[weekday],
    d: day,
    MMMM: page.longMonths[month - 1],
    MMM: page.months[month - 1],
  };
  return page[pattern].replace(/'([^']*)'|HH?|hh?|mm|ss|tt|dddd?|d|MMMM?/g, (token, literal) => literal ?? values[token]);
}

/** "1 h 18 min", as CampusFormats.Duration. */
export function duration(minutes) {
  const hours = Math.floor(minutes / 60);
  if (minutes < 60) {
    return text('minutes', minutes);
  }

  if (minutes < day) {
    return minutes % 60 === 0 ? text('hours', hours) : text('hoursMinutes', hours, minutes % 60);
  }

  return hours % 24 === 0 ? text('days', hours / 24) : text('daysHours', Math.floor(hours / 24), hours % 24);
}
