// Cells that a spreadsheet would run instead of show. What begins like a formula gets an apostrophe in
// front, which spreadsheets take as "this is text".

/** Also after spaces, and in the wide forms of East Asian keyboards. */
const formulaStart = /^\s*[=+\-@\t\r＝＋－＠]/u;

export function looksLikeFormula(text: string): boolean {
  return formulaStart.test(text);
}

export function defuseCell(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** What was exported comes back as it was. */
export function restoreCell(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;
}
