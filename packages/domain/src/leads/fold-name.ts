// Names and addresses as they are compared and sorted: case and accents aside, nothing else lost.

/** Lower case without marks: "Núñez" → "nunez". Scripts without case stay as they are. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}+/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}

/** "last first", folded: what lists sort by. */
export function sortName(name: { firstName: string; lastName: string }): string {
  return foldText(`${name.lastName} ${name.firstName}`);
}
