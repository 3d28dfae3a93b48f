/** Hands files to the reader. Apart, so that who only saves a text does not load what makes pictures. */

/** Hands a file to the reader. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own hold on it by then.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
