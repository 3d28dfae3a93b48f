/** The reader's last searches, kept on their own machine. */
const KEY = 'latent-commons-searches';
const LIMIT = 6;

/** Newest first. */
export function recentSearches(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string').slice(0, LIMIT) : [];
  } catch {
    return [];
  }
}

/** Remembers a search, if the browser keeps things. */
export function rememberSearch(query: string): void {
  const text = query.trim();
  if (text.length < 2) return;
  save([text, ...recentSearches().filter((other) => other.toLowerCase() !== text.toLowerCase())].slice(0, LIMIT));
}

/** Forgets them all. */
export function forgetSearches(): void {
  save([]);
}

function save(list: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // A convenience only; the search works without it.
  }
}
