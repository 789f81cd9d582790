// Makes typed text safe to store without changing what it says: every script, mark and emoji stays;
// control characters go (PostgreSQL refuses NUL, and a line break in a name could forge a mail header).

/** One line: line breaks and tabs become spaces, and the ends are trimmed. */
export function cleanLine(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\p{Cc}/gu, "")
    .trim();
}

/** Many lines: line breaks stay (as \n), other control characters go. */
export function cleanParagraphs(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

/** Whether anything can be seen of it; spaces and invisible joiners alone say nothing. */
export function hasVisibleText(text: string): boolean {
  return /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** Characters as people count them, roughly: an emoji outside the basic plane is one. */
export function characterCount(text: string): number {
  return [...text].length;
}
