/** Loads the style sheet of something that most visits never open. */

const loaded = new Map<string, Promise<void>>();

/**
 * Adds a style sheet to the page, once.
 * @param url address of the built file, from an import with `?url`: a plain import would put it on every page
 * @returns when it applies, or when it cannot be had; unstyled is better than unopened
 */
export function loadStyles(url: string): Promise<void> {
  let done = loaded.get(url);
  if (!done) {
    done = new Promise((resolve) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = url;
      link.addEventListener('load', () => resolve());
      link.addEventListener('error', () => resolve());
      document.head.append(link);
    });
    loaded.set(url, done);
  }
  return done;
}
