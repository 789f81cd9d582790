// The settings of an import below how it is written, and the way to its trial run.
import { Button, Select } from "@mantine/core";
import { foldWord, importStatuses } from "@studydesk/domain/imports/guess-status";
import { planProblems } from "@studydesk/domain/imports/import-plan";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { useState } from "react";
import { ColumnsPreview } from "./columns-preview";
import { ConsentFields } from "./consent-fields";
import type { ImportPlan, ImportPreview, ImportTarget, ImportView } from "./import-types";
import classes from "./imports.module.css";
import {
  beginDraft,
  guessedOrder,
  type PlanDraft,
  statusWordsOf,
  targetKey,
  toPlan,
} from "./plan-draft";
import type { ImportDesk } from "./use-import";

interface Props {
  found: ImportView;
  reading: Pick<ImportPlan, "encoding" | "delimiter" | "hasHeader">;
  preview: ImportPreview;
  targets: readonly ImportTarget[];
  desk: ImportDesk;
}

export function PlanForm({ found, reading, preview, targets, desk }: Props) {
  const [draft, setDraft] = useState(() => beginDraft(found, preview, targets));
  const [isAsked, setAsked] = useState(false);
  const set = (change: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...change }));
  const words = statusWordsOf(preview, draft, found.checked?.unknownStatuses ?? []);
  const needsOrder = guessedOrder(preview, draft.columns) === null;
  const plan = toPlan(reading, draft, targets);
  const problems = [
    ...(plan ? [] : ["Choose the study and the site"]),
    ...planProblems(draft),
    ...(needsOrder && draft.dateOrder === null ? ["Say how the dates are to be read"] : []),
    ...(draft.consent.where.trim().length < 3 ? ["Say where the people agreed"] : []),
    ...(draft.consent.on === "" ? ["Say on which day they agreed"] : []),
  ];
  return (
    <>
      <section className={classes.part} aria-labelledby="target">
        <h2 className={classes.title} id="target">
          Whose leads they become
        </h2>
        <Select
          label="Study and site"
          searchable
          data={targets.map((target) => ({
            value: targetKey(target),
            label: `${target.studyTitle} · ${target.siteName}`,
          }))}
          value={draft.target}
          onChange={(target) => set({ target })}
          nothingFoundMessage="No study of your sites is called so"
        />
      </section>
      <ColumnsPreview
        preview={preview}
        columns={draft.columns}
        onColumns={(columns) =>
          set({
            columns,
            consent: {
              ...draft.consent,
              kind: columns.includes("consent") ? "column" : "declared",
            },
          })
        }
      />
      {needsOrder ? (
        <section className={classes.part} aria-label="Dates">
          <Select
            label="In a date such as 03/04/2026"
            placeholder="Say which comes first"
            data={[
              { value: "dmy", label: "the day comes first: 3 April" },
              { value: "mdy", label: "the month comes first: March 4" },
            ]}
            value={draft.dateOrder}
            onChange={(dateOrder) => set({ dateOrder })}
          />
        </section>
      ) : null}
      {words.length > 0 ? (
        <section className={classes.part} aria-labelledby="statuses">
          <h2 className={classes.title} id="statuses">
            What the words of the status column mean
          </h2>
          <p className={classes.quiet}>
            Rows without a status are new. Rows whose word means nothing here are rejected.
          </p>
          <div className={classes.fields}>
            {words.map(({ word, status }) => (
              <Select
                key={word}
                label={`“${word}”`}
                allowDeselect={false}
                data={[
                  { value: "", label: "Nothing: its rows are rejected" },
                  ...importStatuses.map((value) => ({ value, label: leadStatusLabels[value] })),
                ]}
                value={status ?? ""}
                onChange={(value) => {
                  const { [foldWord(word)]: _, ...others } = draft.statuses;
                  set({ statuses: value ? { ...others, [foldWord(word)]: value } : others });
                }}
              />
            ))}
          </div>
        </section>
      ) : null}
      <ConsentFields consent={draft.consent} onConsent={(consent) => set({ consent })} />
      <section className={classes.send} aria-label="Trial run">
        {isAsked && problems.length > 0 ? (
          <div className={classes.refusal} role="alert">
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}.</li>
              ))}
            </ul>
          </div>
        ) : null}
        <div className={classes.actions}>
          <Button
            disabled={desk.isBusy}
            onClick={() => {
              setAsked(true);
              if (plan && problems.length === 0) desk.check({ importId: found.id, plan });
            }}
          >
            Try the whole file
          </Button>
          <Button variant="subtle" disabled={desk.isBusy} onClick={desk.forget}>
            Delete the file
          </Button>
          <span className={classes.quiet}>A trial run stores nothing.</span>
        </div>
      </section>
    </>
  );
}
