/**
 * One line of CSV (RFC 4180), without its end. A cell that a spreadsheet would take for a formula is quoted with an
 * apostrophe (OWASP, "CSV Injection").
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells.map(cell).join(",");
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const harmless = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
