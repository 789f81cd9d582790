// The decision: eligible, a question back, or not eligible; the first and the last are signed with the
// password, in words that are read before it is typed.
import { Button, PasswordInput, Select, Textarea } from "@mantine/core";
import { meaningWords, zonedTimeWords } from "@studydesk/domain/reviews/signature";
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { CodeField } from "../../components/code-field";
import { ErrorNote } from "../../components/states";
import { errorSentence, refusalOf } from "../../lib/error-sentence";
import { formKeys } from "../../lib/form-keys";
import { useKeys } from "../../lib/keys/use-keys";
import { useMe } from "../../lib/me";
import { useDraft } from "../../lib/use-draft";
import { useNow } from "../../lib/use-now";
import classes from "./decision-form.module.css";
import { type Choice, DecisionOptions } from "./decision-options";
import type { Candidate } from "./review-types";
import { answerTone } from "./review-words";
import { useDecide } from "./use-decide";

interface Props {
  candidate: Candidate;
  /** Something on the page changed, and was not looked at yet. */
  isHeldUp: boolean;
  onDecided: (choice: Choice) => void;
}

export function DecisionForm({ candidate, isHeldUp, onDecided }: Props) {
  const { leadId, reviewId, contentSha256, page, timeZone, lockedUntil } = candidate;
  const now = useNow();
  const against = page.answers.filter((each) => answerTone(each) === "bad");
  const [choice, setChoice] = useState<Choice>();
  const [question, setQuestion] = useDraft(`review.question.${leadId}`);
  const [reason, setReason] = useDraft(`review.reason.${leadId}`);
  const [criterionId, setCriterionId] = useState<number | undefined>(
    against.length === 1 ? against[0]?.criterionId : undefined,
  );
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const asksForCode = useMe().secondFactor.isOn;
  const [hasTried, setTried] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const questionField = useRef<HTMLTextAreaElement>(null);
  const criterionField = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const [keyed, setKeyed] = useState(0);
  const { sign, giveBack, isPending } = useDecide(leadId, () => {
    setQuestion("");
    setReason("");
    if (choice) onDecided(choice);
  });
  const failed = page.answers.find((each) => each.criterionId === criterionId);
  const isLocked = lockedUntil !== null && Date.parse(lockedUntil) > now.getTime();
  const error = sign.error ?? giveBack.error;
  const refused = refusalOf(sign.error)?.reason ?? "";
  const isWrong = refused === "wrong_password";
  const isWrongCode = ["code_needed", "wrong_code", "code_used"].includes(refused);

  useKeys("Decision", [
    ...(candidate.whyNotEligible === null
      ? [{ keys: "1", name: "Eligible for a screening visit", run: () => press("eligible") }]
      : []),
    { keys: "2", name: "Ask the coordinator", run: () => press("returned") },
    { keys: "3", name: "Not eligible", run: () => press("not_eligible") },
  ]);
  const goToField = useEffectEvent(() => {
    if (choice === "returned") questionField.current?.focus();
    else if (choice === "eligible") passwordField.current?.focus();
    else (criterionId === undefined ? criterionField : reasonField).current?.focus();
  });
  useEffect(() => {
    if (keyed > 0) goToField();
  }, [keyed]);

  /** By its key: what is typed next belongs into its first field. */
  function press(next: Choice) {
    choose(next);
    setKeyed((before) => before + 1);
  }

  function choose(next: Choice) {
    setChoice(next);
    setTried(false);
    sign.reset();
    giveBack.reset();
  }

  function problemOf(): string | undefined {
    if (isHeldUp) return "Look at what changed on the page first; it is marked as new.";
    if (choice === "returned" && question.trim() === "") return "Write the question.";
    if (choice !== "not_eligible") return undefined;
    if (criterionId === undefined) return "Name the criterion that failed.";
    return reason.trim() === "" ? "Say why, in a few words." : undefined;
  }

  function decide(event?: FormEvent) {
    event?.preventDefault();
    if (isPending || !choice) return;
    setTried(true);
    if (problemOf()) return;
    if (choice === "returned") {
      giveBack.mutate({ leadId, reviewId, question });
      return;
    }
    if (password === "") return passwordField.current?.focus();
    const proof = { password, ...(asksForCode && code.trim() !== "" ? { code } : {}) };
    const signed = { leadId, reviewId, contentSha256, proof };
    setPassword("");
    setCode("");
    if (choice === "eligible") sign.mutate({ ...signed, decision: "eligible" });
    else if (criterionId !== undefined) {
      sign.mutate({ ...signed, decision: "not_eligible", criterionId, reason });
    }
    passwordField.current?.focus();
  }

  const problem = hasTried ? problemOf() : undefined;
  const isSigned = choice === "eligible" || choice === "not_eligible";
  return (
    <form
      className={classes.form}
      onSubmit={decide}
      onKeyDown={formKeys({ send: decide, close: leaveField })}
      aria-label="Decision"
      data-chosen={!!choice}
    >
      <DecisionOptions value={choice} onChange={choose} whyNotEligible={candidate.whyNotEligible} />
      {choice === "returned" ? (
        <Textarea
          ref={questionField}
          label="Your question"
          description="It goes to the coordinator’s list of what is due now, and comes back with the answer."
          autosize
          minRows={3}
          maxRows={8}
          maxLength={500}
          dir="auto"
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
      ) : null}
      {choice === "not_eligible" ? (
        <>
          <Select
            ref={criterionField}
            label="Which criterion fails"
            placeholder="Choose one"
            comboboxProps={{ withinPortal: false }}
            data={page.answers.map((each) => ({
              value: String(each.criterionId),
              label: `${each.label} ${each.text}`,
            }))}
            value={criterionId === undefined ? null : String(criterionId)}
            onChange={(id) => setCriterionId(id === null ? undefined : Number(id))}
          />
          <Textarea
            ref={reasonField}
            label="Why"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={1000}
            dir="auto"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      ) : null}
      {isSigned ? (
        <PasswordInput
          ref={passwordField}
          label="Your password, to sign"
          autoComplete="current-password"
          disabled={isLocked}
          value={password}
          error={isWrong ? errorSentence(sign.error) : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
        />
      ) : null}
      {isSigned && asksForCode ? (
        <CodeField
          value={code}
          onChange={setCode}
          disabled={isLocked}
          error={isWrongCode ? errorSentence(sign.error) : undefined}
        />
      ) : null}
      {isSigned && isLocked ? (
        <p className={classes.problem} role="alert">
          Signing is locked for you until {zonedTimeWords(lockedUntil, timeZone)}, because the
          password was wrong too often. If that was not you, change it under your name.
        </p>
      ) : null}
      {problem ? (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      ) : null}
      {error && !isWrong && !isWrongCode && !isLocked ? <ErrorNote error={error} /> : null}
      {choice ? (
        <Button
          type="submit"
          fullWidth
          size="md"
          loading={isPending}
          disabled={isSigned && isLocked}
        >
          {isSigned ? "Sign and next" : "Ask and next"}
        </Button>
      ) : null}
      {isSigned ? (
        <p className={classes.meaning}>
          {meaningWords(
            {
              decision: choice,
              answers: page.answers.filter(({ answer }) => answer !== null).length,
              criteriaVersion: page.criteriaVersion,
              label: failed?.label ?? null,
            },
            "You",
          )}{" "}
          {zonedTimeWords(now.toISOString(), timeZone)}.
        </p>
      ) : null}
    </form>
  );
}

/** Back to where keys are heard, so that another decision can be picked. */
function leaveField() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
