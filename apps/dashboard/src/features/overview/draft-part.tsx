// The draft: written, drafted by AI, saved, begun anew. What is typed stays in this tab until it is saved.
import { Button } from "@mantine/core";
import type { ClaimFinding } from "@studydesk/domain/studies/check-claims";
import { mostOverviewCharacters } from "@studydesk/domain/studies/overview";
import { useRef } from "react";
import { ErrorNote } from "../../components/states";
import { When } from "../../components/when";
import { isStale } from "../../lib/error-sentence";
import { formKeys } from "../../lib/form-keys";
import { languageLabel } from "../../lib/language-words";
import { AiDraft } from "./ai-draft";
import { FindingsList } from "./findings-list";
import { MarkedField } from "./marked-field";
import { OvertakenNote } from "./overtaken-note";
import classes from "./overview-screen.module.css";
import type { OverviewPlace, OverviewView } from "./overview-types";
import { originWords } from "./page-notice";
import { ReadingLine } from "./reading-line";
import type { OverviewDesk } from "./use-overview-desk";

interface Props {
  place: OverviewPlace;
  view: OverviewView;
  desk: OverviewDesk;
}

export function DraftPart({ place, view, desk }: Props) {
  const { typed, changes, ai, findings, checked } = desk;
  const { draft } = view;
  const field = useRef<HTMLTextAreaElement>(null);
  const problem =
    typed.text.length > mostOverviewCharacters
      ? "This is longer than the page can show. Shorten it."
      : undefined;
  const canSave = typed.isChanged && !typed.isOvertaken && !desk.isLocked && !problem;
  const error = changes.save.error ?? changes.startOver.error ?? changes.takeBack.error;

  function show({ start, end }: ClaimFinding) {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  }

  return (
    <section className={classes.part} aria-labelledby="overview-draft">
      <h2 className={classes.title} id="overview-draft">
        Draft
        {draft ? <span> · {originWords(draft.origin, draft.model)}</span> : null}
      </h2>
      <AiDraft
        place={place}
        isConfigured={view.canDraftWithAi}
        hasText={typed.text.trim() !== ""}
        isPending={ai.isPending}
        isLocked={desk.isLocked || typed.isOvertaken}
        error={ai.error}
        onStart={desk.draftWithAi}
        onStop={ai.stop}
      />
      {draft?.isStale ? (
        <p className={classes.conflict} role="status">
          The registry’s text changed since this draft was begun. What it does not bear out any more
          is marked below.
        </p>
      ) : null}
      <MarkedField
        field={field}
        label={`Plain-language text in ${languageLabel(place.language)}`}
        description="An empty line begins a new paragraph; a line that begins with “* ” is part of a list."
        language={place.language}
        text={typed.text}
        problem={problem}
        findings={findings}
        isChecked={({ key }) => checked.has(key)}
        isLocked={desk.isLocked}
        onType={typed.type}
        onKeyDown={formKeys({ send: () => canSave && desk.save(), close: () => undefined })}
      />
      <ReadingLine text={typed.text} language={place.language} />
      {typed.isOvertaken ? <OvertakenNote place={place} draft={draft} typed={typed} /> : null}
      {error && !isStale(error) ? <ErrorNote error={error} /> : null}
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          loading={changes.save.isPending}
          disabled={!canSave}
          onClick={desk.save}
        >
          Save the draft
        </Button>
        {draft && draft.text !== "" && !typed.isChanged ? (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={desk.isLocked}
            onClick={desk.startOver}
          >
            Start over by hand
          </Button>
        ) : null}
        {draft?.hasPrevious && !typed.isChanged ? (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={desk.isLocked}
            onClick={desk.takeBack}
          >
            Bring back the text before
          </Button>
        ) : null}
        <span className={classes.quiet} role="status">
          {typed.isChanged ? (
            "Not saved yet; kept in this tab"
          ) : draft ? (
            <>
              Saved by {draft.updatedByName} <When at={draft.updatedAt} />
            </>
          ) : null}
        </span>
      </div>
      <FindingsList
        place={place}
        hasText={typed.text.trim() !== ""}
        findings={findings}
        checked={checked}
        onShow={show}
      />
    </section>
  );
}
