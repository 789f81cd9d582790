// Where a passage is worded: what is typed stays until it is saved or put aside, and nobody's save is
// ever overwritten unseen.
import { Button, Textarea } from "@mantine/core";
import { longestStudyText } from "@studydesk/domain/studies/study-text-inputs";
import { ErrorNote } from "../../components/states";
import { isStale, refusalOf } from "../../lib/error-sentence";
import { formKeys } from "../../lib/form-keys";
import { languageLabel, setIn } from "../../lib/language-words";
import { offerUndo } from "../../lib/undo";
import { passageHint, passageName } from "./passage-names";
import { PassageNotes } from "./passage-notes";
import classes from "./passage-row.module.css";
import type { Passage, TextsPlace } from "./study-texts-types";
import { useRemoveWording, useSaveWording } from "./use-change-texts";
import { usePassageDraft } from "./use-passage-draft";

export function WordingField({ place, passage }: { place: TextsPlace; passage: Passage }) {
  const { field, label, source, state, wording } = passage;
  const draft = usePassageDraft(place, passage);
  const saving = useSaveWording();
  const removal = useRemoveWording();
  const needsLook = draft.isOvertaken || draft.isSourceNew;
  // A wording that the registry's change leaves right is saved again as it is.
  const canConfirm = state === "registry_changed" && !draft.isChanged;
  const canSave = draft.text.trim() !== "" && (draft.isChanged || canConfirm) && !needsLook;
  const problem =
    draft.text.length > longestStudyText
      ? "This is longer than a page can hold. Shorten it."
      : undefined;

  function save() {
    if (!canSave || saving.isPending || problem) return;
    const { sourceSha256 } = passage;
    const { text, expectedVersion } = draft;
    saving.mutate(
      { ...place, field, text, sourceSha256, expectedVersion },
      { onSuccess: draft.discard },
    );
  }

  function remove() {
    if (!wording) return;
    const { text, sourceSha256 } = wording;
    removal.mutate(
      { ...place, field, expectedVersion: wording.version },
      {
        onSuccess: () => {
          draft.discard();
          const again = { ...place, field, text, sourceSha256, expectedVersion: null };
          const canReturn = state === "current";
          offerUndo({
            message: "Removed. The public page shows the registry’s text.",
            ...(canReturn ? { run: () => saving.mutate(again) } : {}),
            endsWithMessage: true,
          });
        },
      },
    );
  }

  const error = saving.error ?? removal.error;
  const isExplained = isStale(error) || refusalOf(error)?.reason === "registry_changed";
  return (
    <>
      <Textarea
        label={languageLabel(place.language)}
        aria-label={`${passageName(field, label)} in ${languageLabel(place.language)}`}
        description={passageHint(field, source)}
        {...setIn(place.language)}
        autosize
        minRows={2}
        maxRows={18}
        value={draft.text}
        error={problem}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onKeyDown={formKeys({ send: save, close: () => undefined })}
      />
      <PassageNotes place={place} passage={passage} draft={draft} />
      {error && !(isExplained && needsLook) ? <ErrorNote error={error} /> : null}
      <div className={classes.buttons}>
        {draft.isChanged || canConfirm ? (
          <Button size="compact-sm" loading={saving.isPending} disabled={!canSave} onClick={save}>
            {canConfirm ? "It still fits: keep it" : "Save"}
          </Button>
        ) : null}
        {draft.isChanged ? (
          <Button size="compact-sm" variant="default" onClick={draft.discard}>
            Put aside what I typed
          </Button>
        ) : null}
        {draft.text === "" ? (
          <Button size="compact-sm" variant="subtle" onClick={() => draft.type(source)}>
            Start from the registry’s text
          </Button>
        ) : null}
        {wording ? (
          <Button size="compact-sm" variant="subtle" loading={removal.isPending} onClick={remove}>
            Remove
          </Button>
        ) : null}
      </div>
    </>
  );
}
