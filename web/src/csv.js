// Tables as CSV files.

/** A table as CSV: a line each row, the first one its heads. */
export function csv(rows) {
  return `${rows.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** A cell of a CSV file; what a program for tables would take for a formula is told as text. */
export function csvCell(value) {
  const text = String(value ?? "").replace(/\u0000/g, "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
