// What is said of a note whose words were edited after it was written.
import type { FoundAnchor } from "@studydesk/anchors/find-anchor";

/** Null: it stands where it stood, in the same meaning. */
export function placeWords(found: FoundAnchor): string | null {
  if (found.state === "orphan") {
    return "The words that this note is about are no longer in the text.";
  }
  if (found.flags.length > 0) {
    const changes = found.changes.map(changeWords).join("; ");
    return `The text changed in what it means: ${changes}.`;
  }
  return found.state === "may_have_moved"
    ? "The words may have moved: see whether the note still fits."
    : null;
}

function changeWords({ was, now }: { was: string; now: string }): string {
  if (was === "") return `“${now}” came in`;
  if (now === "") return `“${was}” went`;
  return `“${was}” became “${now}”`;
}

export function shortQuote(quote: string): string {
  const words = quote.replace(/\s+/g, " ");
  return words.length > 50 ? `${words.slice(0, 50).replace(/\s\S*$/, "")}…` : words;
}
