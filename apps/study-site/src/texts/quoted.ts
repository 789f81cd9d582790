// Words of the page within a sentence of ours: in quotation marks, and set apart where the directions of
// the two may differ.

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

export function quoted(text: string): string {
  const isApart = document.documentElement.dir === "rtl" || rightToLeft.test(text);
  return isApart ? `“\u2068${text}\u2069”` : `“${text}”`;
}
