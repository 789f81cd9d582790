// Sends what was pressed and typed for one lead's criteria, one after the other: presses at once, text when
// the hand rests. What is typed while something is on its way goes with the next; what somebody else answered
// meanwhile is never written over.
import type { AnswerValue } from "@studydesk/domain/screening/judge-answer";
import type { LineDraft, LineDrafts } from "./line-drafts";
import type { AnswerCriterion, GivenAnswer } from "./screening-types";

export type SendResult =
  | { kind: "saved"; answerId: number }
  /** Another answer stands since. */
  | { kind: "crossed" }
  | { kind: "refused"; sentence: string }
  /** No answer came, or nobody is signed in: it is kept, and sent when somebody looks at it again. */
  | { kind: "not_sent" };

export interface SenderParts {
  leadId: number;
  read(): LineDrafts;
  keep(drafts: LineDrafts): void;
  send(input: AnswerCriterion): Promise<SendResult>;
  /** Calls back after so many milliseconds; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
}

type Edit = Pick<LineDraft, "value" | "typed" | "evidence" | "source">;

export interface AnswerSender {
  /** The same object until something changes. */
  drafts(): LineDrafts;
  subscribe(listener: () => void): () => void;
  /** `standing`: what the line shows now. */
  edit(
    line: { lineId: number; criterionId: number; standing: GivenAnswer | null },
    edit: Edit,
  ): void;
  /** Without waiting for the hand to rest. */
  flush(): void;
  /** After a crossing: mine over theirs, as it stands now. */
  insist(lineId: number, criterionId: number, standing: GivenAnswer | null): void;
  drop(lineId: number): void;
  isSending(): boolean;
}

/** How long the hand rests before text is sent. */
export const restMs = 400;

export function createAnswerSender(parts: SenderParts): AnswerSender {
  let drafts = parts.read();
  let isUnderWay = false;
  let callOff = () => {};
  const listeners = new Set<() => void>();

  function put(lineId: number, draft: LineDraft | undefined) {
    const { [String(lineId)]: _, ...others } = drafts;
    drafts = draft ? { ...others, [String(lineId)]: draft } : others;
    parts.keep(drafts);
    tell();
  }

  function tell() {
    for (const listener of listeners) listener();
  }

  async function pump(): Promise<void> {
    callOff();
    if (isUnderWay) return;
    isUnderWay = true;
    tell();
    try {
      for (let next = firstToSend(drafts); next; next = firstToSend(drafts)) {
        const input = inputOf(parts.leadId, next);
        const result = await parts.send(input);
        if (result.kind === "not_sent") return;
        settle(input, next.lineId, result);
      }
    } finally {
      isUnderWay = false;
      tell();
    }
  }

  function settle(
    input: AnswerCriterion,
    lineId: number,
    result: Exclude<SendResult, { kind: "not_sent" }>,
  ) {
    const draft = drafts[String(lineId)];
    if (!draft) return;
    if (result.kind === "crossed") put(lineId, { ...draft, isCrossed: true });
    else if (result.kind === "refused") put(lineId, { ...draft, refusal: result.sentence });
    else put(lineId, restOf(draft, input, result.answerId));
  }

  return {
    drafts: () => drafts,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit({ lineId, criterionId, standing }, edit) {
      const { refusal, ...draft } = drafts[String(lineId)] ?? {
        ...{ lineId, criterionId, base: baseOf(standing) },
      };
      // What was refused begins anew, with the question as it is asked now.
      if (refusal !== undefined) Object.assign(draft, { criterionId, base: baseOf(standing) });
      const { value: _, ...unpressed } = draft;
      // Whoever types on does not mean what stood in the field before.
      const isTypedOn = edit.typed !== undefined && edit.value === undefined;
      const edited = { ...(isTypedOn ? unpressed : draft), ...edit };
      put(lineId, isWorthKeeping(edited) ? edited : undefined);
      if (edit.value !== undefined) void pump();
      else if (!isTypedOn) {
        callOff();
        callOff = parts.after(restMs, () => void pump());
      }
    },
    flush: () => void pump(),
    insist(lineId, criterionId, standing) {
      const draft = drafts[String(lineId)];
      if (!draft) return;
      const { isCrossed: _, refusal: __, ...mine } = draft;
      put(lineId, { ...mine, criterionId, base: baseOf(standing) });
      void pump();
    },
    drop: (lineId) => put(lineId, undefined),
    isSending: () => isUnderWay,
  };
}

function baseOf(standing: GivenAnswer | null): LineDraft["base"] {
  if (!standing) return null;
  const { id, value, evidence, source } = standing;
  return { answerId: id, value, evidence, source };
}

/** Text without an answer waits for one: there is nothing yet that it could be evidence of. */
function firstToSend(drafts: LineDrafts): LineDraft | undefined {
  return Object.values(drafts).find(
    ({ isCrossed, refusal, value, base, evidence, source }) =>
      !isCrossed &&
      refusal === undefined &&
      (value !== undefined || (base !== null && (evidence !== undefined || source !== undefined))),
  );
}

function isWorthKeeping({ value, typed, evidence, source, base }: LineDraft): boolean {
  return (
    value !== undefined ||
    (typed ?? "") !== "" ||
    (evidence !== undefined && evidence.trim() !== (base?.evidence ?? "")) ||
    (source !== undefined && source !== (base?.source ?? null))
  );
}

function inputOf(leadId: number, draft: LineDraft): AnswerCriterion {
  const { criterionId, base } = draft;
  const evidence = (draft.evidence ?? base?.evidence ?? "").trim() || null;
  const source = draft.source === undefined ? (base?.source ?? null) : draft.source;
  return {
    ...{ leadId, criterionId, expectedAnswerId: base?.answerId ?? null },
    value: valueToSend(draft),
    evidence,
    source: evidence === null ? source : (source ?? "said"),
  };
}

function valueToSend({ value, base }: LineDraft): AnswerValue {
  return value === undefined ? (base?.value ?? null) : value;
}

/** What was pressed or typed since it was sent stays, on top of the answer that it made. */
function restOf(draft: LineDraft, sent: AnswerCriterion, answerId: number): LineDraft | undefined {
  const { value, typed, evidence, source, ...line } = draft;
  const rest = {
    ...(value !== undefined && value !== sent.value ? { value } : {}),
    ...(typed !== undefined && value === undefined ? { typed } : {}),
    ...(evidence !== undefined && (evidence.trim() || null) !== sent.evidence ? { evidence } : {}),
    ...(source !== undefined && source !== sent.source ? { source } : {}),
  };
  if (Object.keys(rest).length === 0) return undefined;
  const base = { answerId, value: sent.value, evidence: sent.evidence, source: sent.source };
  return { ...line, base, ...rest };
}
