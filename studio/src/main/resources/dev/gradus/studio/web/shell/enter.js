// Goes on to the first page, with what stands behind #, and leaves no key in the history.
import pages from '../pages.js';

location.replace(`/${pages[0]}${location.hash}`);
