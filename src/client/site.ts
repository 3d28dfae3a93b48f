/** What every page loads. Each part waits for its own sign of interest before it fetches anything more. */
import '../settings/settings-element.ts';
import '../search/open.ts';
import '../term-cards/watch.ts';
import '../components/contents-element.ts';
