/**
 * One row of CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV
 * Injection"): text of log lines is data.
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
