// Page footers that came along when a protocol was pasted into the registry: "Page 3 of 7",
// "CONFIDENTIAL", a protocol number. They are set apart as notes, so the criterion around them reads.

const strongPieces = [
  /\bpage\s*:?\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?![\w.])/gi,
  /\b(?:strictly |company |highly )?confidential(?: and proprietary)?(?: information| document)?\b/gi,
  /\bprotocol\s+(?:(?:number|no\.?|id|code|version)\s*)?:?\s*#?\s*(?=\S{0,30}\d)\S{1,40}/gi,
];
const weakPieces = [
  /\b(?:version|ver\.|v\.?)\s*\d+(?:\.\d+)*/gi,
  /\b\d{1,2}[-/. ](?:\d{1,2}|\p{L}{3,9})[-/. ]\d{2,4}\b/giu,
  /\b\p{L}{3,9} \d{1,2},? \d{4}\b/giu,
  /\b(?:\d{4}-\d{2}-\d{2}|\d{8})\b/g,
  /\b(?:date|dated|final|draft|amendment \d+|clinical study)\b/gi,
];
const bareNumber = /^(?:\d{1,3} ?(?:of|\/) ?\d{1,3}|[-–—] ?\d{1,3} ?[-–—])$/;

/** Whether a whole line is a page footer. */
export function isPageFooter(text: string): boolean {
  if (text.length > 160) return false;
  if (bareNumber.test(text)) return true;
  const withoutStrong = strongPieces.reduce((rest, piece) => rest.replace(piece, " "), text);
  if (withoutStrong === text) return false;
  const rest = weakPieces.reduce((left, piece) => left.replace(piece, " "), withoutStrong);
  return !/[\p{L}\p{N}]/u.test(rest);
}

// The words between "Protocol Number:" and "Page 8 of 52": identifiers, versions and dates only, so
// that a sentence that happens to name a page is left alone.
const identifier = String.raw`(?:(?=\S{0,30}\d)\S{1,40}|version:?|ver\.|final|draft|dated?:?|amendment|\p{Lu}\p{Ll}{2,8})`;
const footerWithProtocol = new RegExp(
  String.raw`\bProtocol (?:Number|No\.?|ID|Code|Version)\b:?(?: ${identifier}){0,8} Page \d{1,4} of \d{1,4}(?!\w)`,
  "gu",
);
const footerAtEnd = /(?: CONFIDENTIAL)? (?:Page|PAGE) \d{1,4} (?:of|OF) \d{1,4}$/;
const pointsAtPage = /(?:\b(?:see|on|at|in|to|from|of|and|the|cf\.?|also)|[,(:])$/i;

/** Takes the footers out of a line that also says something else. */
export function splitInlineFooters(text: string): { text: string; footers: string[] } {
  if (!/page/i.test(text)) return { text, footers: [] };
  const footers: string[] = [];
  let rest = text.replace(footerWithProtocol, (footer) => {
    footers.push(footer);
    return " ";
  });
  const atEnd = footerAtEnd.exec(rest.slice(-60));
  if (atEnd) {
    const before = rest.slice(0, rest.length - atEnd[0].length);
    if (!pointsAtPage.test(before.slice(-10))) {
      footers.push(atEnd[0].trim());
      rest = before;
    }
  }
  return { text: rest.replace(/\s+/g, " ").trim(), footers };
}
