// The common questions of one language: the five general ones to begin with, then the study's own.
import { Button } from "@mantine/core";
import { faqsSchema, mostFaqs } from "@studydesk/domain/studies/faqs";
import { ErrorNote } from "../../components/states";
import { When } from "../../components/when";
import { isStale } from "../../lib/error-sentence";
import { setIn } from "../../lib/language-words";
import { FaqFields } from "./faq-fields";
import classes from "./faqs-editor.module.css";
import type { StudyTexts, TextsPlace } from "./study-texts-types";
import { useResetFaqs, useSaveFaqs } from "./use-change-texts";
import { type FaqEntry, useFaqsDraft } from "./use-faqs-draft";

interface Props {
  place: TextsPlace;
  faqs: StudyTexts["faqs"];
  canWord: boolean;
}

export function FaqsEditor({ place, faqs, canWord }: Props) {
  const { own, general } = faqs;
  return (
    <>
      <p className={classes.what}>
        {own ? (
          <>
            These are this study’s own questions: {own.updatedByName}, <When at={own.updatedAt} />.
          </>
        ) : (
          "The page shows five general questions. Change them, and they become this study’s own."
        )}
      </p>
      {canWord ? (
        <Editor place={place} faqs={faqs} />
      ) : (
        <dl className={classes.read} {...setIn(place.language)}>
          {(own?.items ?? general).map(({ question, answer }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Editor({ place, faqs }: Omit<Props, "canWord">) {
  const draft = useFaqsDraft(place, faqs);
  const saving = useSaveFaqs();
  const resetting = useResetFaqs();
  const { entries } = draft;
  const items = entries.map(({ question, answer }) => ({ question, answer }));
  const isReady = faqsSchema.safeParse(items).success;

  const change = (index: number, next: FaqEntry) => draft.change(entries.with(index, next));
  function move(index: number, by: 1 | -1) {
    const [from, to] = [entries[index], entries[index + by]];
    if (from && to) draft.change(entries.with(index, to).with(index + by, from));
  }
  function add() {
    draft.change([...entries, { key: crypto.randomUUID(), question: "", answer: "" }]);
  }
  function save() {
    if (!isReady || draft.isOvertaken) return;
    saving.mutate(
      { ...place, items, expectedVersion: draft.expectedVersion },
      { onSuccess: draft.discard },
    );
  }
  const error = saving.error ?? resetting.error;
  return (
    <>
      <ol className={classes.list}>
        {entries.map((entry, index) => (
          <FaqFields
            key={entry.key}
            entry={entry}
            number={index + 1}
            language={place.language}
            isFirst={index === 0}
            isLast={index === entries.length - 1}
            onChange={(next) => change(index, next)}
            onMove={(by) => move(index, by)}
            onRemove={() => draft.change(entries.toSpliced(index, 1))}
          />
        ))}
      </ol>
      {entries.length === 0 ? (
        <p className={classes.none}>Without a question this part is left out of the page.</p>
      ) : null}
      {draft.isOvertaken ? <Overtaken place={place} faqs={faqs} draft={draft} /> : null}
      {error && !(isStale(error) && draft.isOvertaken) ? <ErrorNote error={error} /> : null}
      <div className={classes.buttons}>
        <Button variant="default" disabled={entries.length >= mostFaqs} onClick={add}>
          Add a question
        </Button>
        {draft.isChanged ? (
          <>
            <Button
              loading={saving.isPending}
              disabled={!isReady || draft.isOvertaken}
              onClick={save}
            >
              Save the questions
            </Button>
            <Button variant="default" onClick={draft.discard}>
              Put aside what I changed
            </Button>
          </>
        ) : null}
        {faqs.own && !draft.isChanged ? (
          <Button
            variant="subtle"
            loading={resetting.isPending}
            onClick={() => resetting.mutate({ ...place, expectedVersion: faqs.own?.version ?? 0 })}
          >
            Back to the general questions
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Overtaken(props: {
  place: TextsPlace;
  faqs: StudyTexts["faqs"];
  draft: ReturnType<typeof useFaqsDraft>;
}) {
  const { own, general } = props.faqs;
  return (
    <div className={classes.conflict} role="alert">
      <p>
        {own
          ? `${own.updatedByName} saved the questions while you were at it. Nothing was overwritten. There they are:`
          : "Somebody went back to the general questions while you were at it:"}
      </p>
      <ol {...setIn(props.place.language)}>
        {(own?.items ?? general).map(({ question, answer }) => (
          <li key={question}>
            <strong>{question}</strong> {answer}
          </li>
        ))}
      </ol>
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={props.draft.goOn}>
          Keep mine
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.draft.discard}>
          Take theirs
        </Button>
      </div>
    </div>
  );
}
