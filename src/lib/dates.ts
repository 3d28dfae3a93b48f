/** Dates as readers see them. */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A day `YYYY-MM-DD` (or `YYYY-MM`, `YYYY`) as it is written in English: “23 November 2026”. */
export function longDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  return [day ? String(Number(day)) : undefined, name, year].filter(Boolean).join(' ');
}
