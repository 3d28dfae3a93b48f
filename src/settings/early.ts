/**
 * What runs before the first paint: the reader's choices go onto the root element, so that nothing flashes or moves.
 * It is inlined and allowed by its hash, and is the only inline script of the site.
 */

/** Key of the reader's choices in `localStorage`. */
export const STORAGE_KEY = 'latent-commons';

/** The choices a reader has, and their values; the first is what a new reader gets. */
export const choices = {
  vocabulary: ['both', 'maker', 'engineer'],
  marks: ['first', 'all', 'off'],
  printing: ['system', 'light', 'dark'],
} as const;

/** Name of a choice. */
export type Choice = keyof typeof choices;

/** Source of the inline script. */
export const earlyScript =
  `(()=>{const d=document.documentElement;d.classList.add("js");try{const s=JSON.parse(localStorage.getItem("${STORAGE_KEY}")||"{}"),` +
  `c=${JSON.stringify(choices)};for(const k in c)if(c[k].includes(s[k]))d.dataset[k]=s[k]}catch{}})()`;
