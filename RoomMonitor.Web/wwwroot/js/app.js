// The one entry: every module is loaded from here, once.
import './clock.js';
import './countdown.js';
import './details.js';
import './form-use.js';
import './staleness.js';
import './week-chooser.js';
import './connection.js';
