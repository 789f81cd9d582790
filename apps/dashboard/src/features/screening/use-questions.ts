// Where one is among a lead's questions, and what keys and buttons do there. The order stands still while one
// answers: a line that was answered keeps its place until the order is asked for anew.
import type { AnswerValue } from "@studydesk/domain/screening/judge-answer";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useKeys } from "../../lib/keys/use-keys";
import { useDraft } from "../../lib/use-draft";
import { answerChoices } from "./answer-choices";
import type { LineDraft } from "./line-drafts";
import type { Screening } from "./screening-types";
import {
  nextOpen,
  orderLines,
  type QuestionOrder,
  type ShownLine,
  shownLines,
} from "./shown-lines";
import { useAnnounce } from "./use-announce";
import { useAnswers } from "./use-answers";
import { useOfferUndo } from "./use-offer-undo";

type Edit = Pick<LineDraft, "value" | "typed" | "evidence" | "source">;

export function useQuestions(screening: Screening) {
  const { leadId, canAnswer } = screening;
  const { sender, drafts, isSending, onSaved } = useAnswers(leadId);
  const [keptOrder, setOrder] = useDraft("screening.order");
  const order: QuestionOrder = keptOrder === "study" ? "study" : "next";
  const basis = `${screening.version?.id ?? 0} ${order}`;
  const [frozen, setFrozen] = useState(() => ({ basis, ids: orderLines(screening, order) }));
  const inStudyOrder = shownLines(screening.lines, drafts);
  const byIds = (ids: readonly number[]) =>
    ids.flatMap((id) => inStudyOrder.find(({ criterion }) => criterion.lineId === id) ?? []);
  const lines = byIds(frozen.ids);
  const [pickedId, setPickedId] = useState(() => nextOpen(lines, undefined));
  if (frozen.basis !== basis) {
    const ids = orderLines(screening, order);
    setFrozen({ basis, ids });
    setPickedId(nextOpen(byIds(ids), undefined));
  }
  const current = lines.find(({ criterion }) => criterion.lineId === pickedId) ?? lines[0];

  const heading = useRef<HTMLHeadingElement>(null);
  const valueField = useRef<HTMLInputElement>(null);
  const evidenceField = useRef<HTMLTextAreaElement>(null);
  const [visit, setVisit] = useState(0);
  // The question is read out and scrolled to, and keys are heard again; not as the panel opens.
  useEffect(() => {
    if (visit === 0) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, [visit]);

  const announce = useAnnounce();
  useOfferUndo(onSaved, (id) => goTo(id));

  function goTo(lineId: number | undefined) {
    if (lineId === undefined) return;
    setPickedId(lineId);
    setVisit((before) => before + 1);
  }

  function move(step: 1 | -1) {
    const at = current ? lines.indexOf(current) : -1;
    goTo(lines[at + step]?.criterion.lineId);
  }

  function edit(line: ShownLine, change: Edit) {
    const { criterion, answer } = line;
    const { lineId, id: criterionId } = criterion;
    sender.edit({ lineId, criterionId, standing: answer }, change);
  }

  function answer(line: ShownLine, value: AnswerValue) {
    if (!canAnswer) return;
    edit(line, { value });
    announce.answered(lines, line, value);
    goTo(nextOpen(lines, line.criterion.lineId) ?? line.criterion.lineId);
  }

  /** On to what is open, where this one is answered; else back to it. */
  function leaveField(line: ShownLine, goesOn: boolean) {
    const typed = sender.drafts()[line.criterion.lineId]?.value;
    const isAnswered = line.shown !== null || typed !== undefined;
    if (goesOn && typed !== undefined) announce.answered(lines, line, typed);
    const next = goesOn && isAnswered ? nextOpen(lines, line.criterion.lineId) : undefined;
    goTo(next ?? line.criterion.lineId);
  }

  /** The digit that was pressed begins what is typed. */
  function beginTyping(line: ShownLine, sign: string) {
    edit(line, { typed: sign });
    valueField.current?.focus();
  }

  // What is typed in the field beside the question goes on from there.
  const moveCaret = useEffectEvent(() => {
    const field = valueField.current;
    if (document.activeElement === field)
      field?.setSelectionRange(field.value.length, field.value.length);
  });
  useEffect(() => moveCaret(), [current?.draft?.typed]);

  useKeys("Questions", canAnswer && current ? bindings(current) : []);

  function bindings(line: ShownLine) {
    const choices = answerChoices(line.criterion);
    const { kind } = line.criterion.rule;
    return [
      ...choices.map((choice) => ({
        keys:
          choice.value === null
            ? [...(choice.digit ? [choice.digit] : []), "u"]
            : (choice.digit ?? []),
        name: choice.label,
        run: () => answer(line, choice.value),
      })),
      ...(kind === "number" || kind === "date"
        ? [
            ...[..."0123456789"].map((sign) => ({
              keys: sign,
              name: `Type ${kind === "number" ? "the number" : "the date"}`,
              run: () => beginTyping(line, sign),
            })),
            { keys: "Enter", name: "Into the field", run: () => valueField.current?.focus() },
          ]
        : []),
      { keys: "v", name: "Evidence", run: () => evidenceField.current?.focus() },
      { keys: "ArrowDown", name: "Next question", run: () => move(1), repeats: true },
      { keys: "ArrowUp", name: "Previous question", run: () => move(-1), repeats: true },
      {
        keys: "w",
        name: order === "next" ? "In the study’s order" : "What to ask next",
        run: () => setOrder(order === "next" ? "study" : "next"),
      },
    ];
  }

  return {
    lines,
    inStudyOrder,
    current,
    order,
    setOrder: (next: QuestionOrder) => setOrder(next),
    isSending,
    isUnsaved: Object.keys(drafts).length > 0,
    said: announce.said,
    fields: { heading, valueField, evidenceField },
    goTo,
    move,
    edit,
    answer,
    leaveField,
    rest: () => sender.flush(),
    insist: ({ criterion, answer: standing }: ShownLine) =>
      sender.insist(criterion.lineId, criterion.id, standing),
    drop: ({ criterion }: ShownLine) => sender.drop(criterion.lineId),
  };
}
