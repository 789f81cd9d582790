// Words of the page within a sentence of ours: in quotation marks, and set apart where the directions of
// the two differ.

export function quoted(text: string): string {
  return `“\u2068${text}\u2069”`;
}
