// A lead's questions and their answers: the one being asked large, the others around it, how far they are, and
// what they lead to. The same in the lead's panel, on its page and on Today.
import { SegmentedControl } from "@mantine/core";
import { KeyHint } from "../../components/key-hint";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { CriterionRow } from "./criterion-row";
import { CurrentCriterion } from "./current-criterion";
import { EarlierAnswers } from "./earlier-answers";
import { NextMove } from "./next-move";
import { ProgressMeter } from "./progress-meter";
import classes from "./screening-section.module.css";
import type { LeadView, Screening } from "./screening-types";
import { type QuestionOrder, questionOrders } from "./shown-lines";
import { useQuestions } from "./use-questions";
import { useScreening } from "./use-screening";

interface Props {
  lead: LeadView;
  /** After the answers led to another status. */
  onMoved?: (lead: LeadView) => void;
}

export function ScreeningSection({ lead, onMoved }: Props) {
  const asked = useScreening(lead.id);
  if (asked.isError && !asked.data) {
    return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  }
  if (!asked.data) return <LoadingRows rows={6} height={56} />;
  if (!asked.data.version || asked.data.lines.length === 0) {
    return (
      <EmptyState title="No questions yet">
        This study has no published criteria. They come with its record from the registry, or are
        written under Studies; then each person is asked one by one here.
      </EmptyState>
    );
  }
  return (
    <Questions
      key={lead.id}
      lead={lead}
      screening={asked.data}
      version={asked.data.version}
      onMoved={onMoved}
    />
  );
}

interface QuestionsProps {
  lead: LeadView;
  screening: Screening;
  version: NonNullable<Screening["version"]>;
  onMoved: ((lead: LeadView) => void) | undefined;
}

const orderNames: Readonly<Record<QuestionOrder, string>> = {
  next: "What to ask next",
  study: "Study’s order",
};

function Questions({ lead, screening, version, onMoved }: QuestionsProps) {
  const questions = useQuestions(screening);
  const { lines, current, fields } = questions;
  const { canAnswer, retired } = screening;
  const waiting = lines.filter(
    ({ draft }) => draft?.isCrossed === true || draft?.refusal !== undefined,
  );
  return (
    <section className={classes.section} aria-label="Questions" data-questions>
      <h2 className={classes.heard}>Questions</h2>
      <p className={classes.heard} role="status">
        {questions.said}
      </p>
      <ProgressMeter lines={questions.inStudyOrder} versionNumber={version.number} />
      {waiting.length > 0 ? (
        <p className={classes.warning} role="alert">
          Not saved yet, and yours to decide:
          {waiting.map(({ criterion, draft }) => (
            <button
              key={criterion.lineId}
              type="button"
              className={classes.open}
              onClick={() => questions.goTo(criterion.lineId)}
            >
              {criterion.label}, {draft?.isCrossed ? "answered by two" : "refused"}
            </button>
          ))}
        </p>
      ) : null}
      {screening.refusal ? <p className={classes.note}>{screening.refusal}</p> : null}
      {screening.signature === "overtaken" ? (
        <p className={classes.warning}>
          Answers or criteria changed after the investigator signed: that signature no longer stands
          for them, and a new one is needed.
        </p>
      ) : null}
      <NextMove
        lead={lead}
        screening={screening}
        lines={questions.inStudyOrder}
        isSending={questions.isSending}
        onMoved={onMoved}
      />
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          aria-label="Order of the questions"
          data={questionOrders.map((value) => ({ value, label: orderNames[value] }))}
          value={questions.order}
          onChange={(value) => questions.setOrder(value === "study" ? "study" : "next")}
        />
        {canAnswer ? <KeyHint keys="w" /> : null}
        <span className={classes.saving}>
          {questions.isUnsaved ? (questions.isSending ? "Saving…" : "Kept on this device") : ""}
        </span>
      </div>
      <ol className={classes.lines}>
        {lines.map((line) =>
          line === current ? (
            <CurrentCriterion
              key={line.criterion.lineId}
              line={line}
              versionNumber={version.number}
              studyId={lead.studyId}
              canAnswer={canAnswer}
              {...fields}
              onAnswer={(value) => questions.answer(line, value)}
              onEdit={(edit) => questions.edit(line, edit)}
              onRest={questions.rest}
              onLeaveField={(goesOn) => questions.leaveField(line, goesOn)}
              onMove={questions.move}
              onInsist={() => questions.insist(line)}
              onDrop={() => questions.drop(line)}
            />
          ) : (
            <CriterionRow
              key={line.criterion.lineId}
              leadId={lead.id}
              studyId={lead.studyId}
              versionNumber={version.number}
              line={line}
              canAnswer={canAnswer}
              onOpen={() => questions.goTo(line.criterion.lineId)}
              onAnswer={(value) => questions.answer(line, value)}
            />
          ),
        )}
      </ol>
      {retired.length > 0 ? (
        <details className={classes.retired}>
          <summary>Answered once, and asked no longer · {retired.length}</summary>
          <ul>
            {retired.map(({ criterion, earlier }) => (
              <li key={criterion.lineId}>
                <p>
                  <strong>{criterion.label}</strong> {criterion.text}
                </p>
                <EarlierAnswers answers={earlier} criterion={criterion} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
