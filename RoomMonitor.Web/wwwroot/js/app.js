// The one entry: every module is loaded from here, once.
import './clock.js';
import './copy-text.js';
import './countdown.js';
import './details.js';
import './form-use.js';
import './menu-popover.js';
import './modal-dialog.js';
import './staleness.js';
import './toasts.js';
import './draft-keeper.js';
import './hint.js';
import './last-known.js';
import './popovers.js';
import './scroll-place.js';
import './shortcuts.js';
import './week-chooser.js';
import './connection.js';
