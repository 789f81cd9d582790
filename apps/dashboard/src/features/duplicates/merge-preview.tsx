// The lead as it will be after the merge, before anything is done.
import type { MergeField } from "@studydesk/domain/duplicates/merge-fields";
import type { LeadView } from "./duplicate-types";
import { fieldWords } from "./field-words";
import classes from "./pair-screen.module.css";

interface Props {
  kept: LeadView;
  rests: LeadView;
  take: readonly MergeField[];
  now: Date;
}

const shown: readonly MergeField[] = ["name", "email", "phone", "birthYear", "status", "owner"];

export function MergePreview({ kept, rests, take, now }: Props) {
  const values = shown.flatMap((field) => {
    const words = fieldWords(take.includes(field) ? rests : kept, field, now);
    return words === undefined ? [] : [{ field, words }];
  });
  const messages = kept.submissions.length + rests.submissions.length;
  const attempts = kept.attemptCount + rests.attemptCount;
  return (
    <div className={classes.preview} aria-live="polite">
      <p className={classes.label}>After merging</p>
      <p className={classes.result}>
        {values.map(({ field, words }, index) => (
          <span key={field}>
            {index === 0 ? "" : " · "}
            <bdi>{words}</bdi>
          </span>
        ))}
      </p>
      <p className={classes.quiet}>
        Lead {kept.id} with {messages} {messages === 1 ? "message" : "messages"}, {attempts}{" "}
        {attempts === 1 ? "attempt" : "attempts"} and both timelines; notes stay their authors’.
        {kept.doNotContact || rests.doNotContact ? " “Do not contact” holds for both." : ""} Lead{" "}
        {rests.id} rests and points to it. It can be undone.
      </p>
    </div>
  );
}
