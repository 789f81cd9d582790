// Names as they are compared, searched and sorted: case and accents aside, nothing else lost.

/** Lower case without marks, single spaces: "Núñez" → "nunez"; composed again so that Hangul stays whole. */
export function foldText(text: string): string {
  return (
    text
      // First here, too: thousands of marks in a row would take the normalizing seconds to put in order.
      .replace(/\p{M}+/gu, "")
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .normalize("NFC")
      .replace(/\s+/gu, " ")
      .trim()
  );
}

/** "last first", folded: what lists sort by and search in. */
export function sortNameOf(firstName: string, lastName: string): string {
  return foldText(`${lastName} ${firstName}`);
}
