// The one entry: every module is loaded from here, once.
import './clock.js';
import './countdown.js';
import './details.js';
import './staleness.js';
import './connection.js';
import './modal-dialog.js';
