const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** 1 to 12 for the English month of three letters at `at`, 0 if it is none. */
export function monthAt(text: string, at: number): number {
  const first = text.charCodeAt(at) | 32;
  if (first < 97 || first > 115) return 0;
  return months.indexOf(text.slice(at, at + 3).toLowerCase()) + 1;
}
