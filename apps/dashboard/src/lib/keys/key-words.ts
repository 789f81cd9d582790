// How a key is written on a button and in the sheet.
const words: Readonly<Record<string, string>> = {
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** "g t" → ["g", "t"]; "$mod+z" → ["⌘Z"] on a Mac, ["Ctrl+Z"] elsewhere. */
export function keyWords(notation: string, isMac: boolean): string[] {
  return notation.split(" ").map((press) => {
    const parts = press.split("+").filter((part) => part !== "");
    const named = parts.map((part) => {
      if (part === "$mod") return isMac ? "⌘" : "Ctrl";
      // With another key it is written as it stands on the keyboard.
      return words[part] ?? (parts.length > 1 && part.length === 1 ? part.toUpperCase() : part);
    });
    return named.join("+").replace("⌘+", "⌘");
  });
}
