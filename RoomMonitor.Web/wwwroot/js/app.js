// The one entry: every module is loaded from here, once.
import './clock.js';
import './countdown.js';
import './details.js';
import './menu-popover.js';
import './modal-dialog.js';
import './staleness.js';
import './connection.js';
