// Whether what was typed is kept, in one line that is read out when it changes.
import { errorSentence } from "../../lib/error-sentence";
import { useIsOnline } from "../../lib/use-is-online";
import { labelsOf } from "./draft-entries";
import { problemOf } from "./entry-problem";
import classes from "./save-state.module.css";
import type { CriteriaDraft } from "./use-criteria-draft";

export function SaveState({ draft }: { draft: CriteriaDraft }) {
  const isOnline = useIsOnline();
  return (
    <p className={classes.state} role="status" data-waits={draft.isChanged}>
      {stateWords(draft, isOnline)}
    </p>
  );
}

function stateWords(draft: CriteriaDraft, isOnline: boolean): string {
  const { isChanged, isSaving, error, entries, clashes } = draft;
  if (!isChanged) return "Everything is saved.";
  const labels = labelsOf(entries);
  if (clashes.length > 0) return "Not saved yet: choose between yours and theirs first.";
  const unready = entries.find(problemOf);
  const problem = unready ? problemOf(unready) : undefined;
  if (unready && problem) {
    return `Kept in this tab, not saved yet. ${labels.get(unready.key) ?? ""}: ${problem.sentence}`;
  }
  if (!isOnline) return "You are offline. What you type is kept in this tab, and saved later.";
  if (error) return `Kept in this tab, not saved yet. ${errorSentence(error)}`;
  return isSaving ? "Saving…" : "Saving in a moment…";
}
