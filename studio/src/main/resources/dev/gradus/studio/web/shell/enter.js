// Goes on to the page that was asked for, else the first, with what stands behind #, and leaves no key in the history.
import pages from '../pages.js';

const asked = location.pathname.slice(1);
location.replace(`/${pages.includes(asked) ? asked : pages[0]}${location.hash}`);
