// A text in one short line, to tell it from others.
const mostCharacters = 60;

export function firstWords(text: string): string {
  const line = text.trim().split("\n", 1)[0] ?? "";
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters - 3)}…` : line;
}
