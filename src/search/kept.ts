/** What search keeps on the reader’s own machine: the last searches, and whether to go across bridges. */
const SEARCHES = 'latent-commons-searches';
const WIDENING = 'latent-commons-widening';
const LIMIT = 6;

/** Newest first. */
export function recentSearches(): string[] {
  const list = read(SEARCHES);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string').slice(0, LIMIT) : [];
}

/** Remembers a search, if the browser keeps things. */
export function rememberSearch(query: string): void {
  const text = query.trim();
  if (text.length < 2) return;
  write(SEARCHES, [text, ...recentSearches().filter((other) => other.toLowerCase() !== text.toLowerCase())].slice(0, LIMIT));
}

/** Forgets them all. */
export function forgetSearches(): void {
  write(SEARCHES, []);
}

/** Whether searches go across bridges; they do until the reader says otherwise. */
export function widens(): boolean {
  return read(WIDENING) !== false;
}

/** Remembers whether searches go across bridges. */
export function rememberWidening(on: boolean): void {
  write(WIDENING, on);
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A convenience only; the search works without it.
  }
}
