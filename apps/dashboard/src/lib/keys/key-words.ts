// How a key is written on a button and in the sheet.
const words: Readonly<Record<string, string>> = {
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** "g t" → ["g", "t"]; "$mod+z" → ["⌘+z"] on a Mac, ["Ctrl+z"] elsewhere. */
export function keyWords(notation: string, isMac: boolean): string[] {
  return notation.split(" ").map((press) =>
    press
      .split("+")
      .filter((part) => part !== "")
      .map((part) => (part === "$mod" ? (isMac ? "⌘" : "Ctrl") : (words[part] ?? part)))
      .join("+"),
  );
}
