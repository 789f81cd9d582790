// Why the lead in front is put aside; each reason says when it comes back, and one that gives it to
// somebody else asks to whom.
import {
  isHandingOver,
  type SkipReason,
  skipOf,
  skipReasonLabels,
  skipReasons,
} from "@studydesk/domain/queue/skip-lead";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../lib/me";
import { dayAndTimeWords } from "../../lib/time-words";
import { useTRPC } from "../../lib/trpc";
import { useNow } from "../../lib/use-now";
import { ChoicePanel } from "./choice-panel";
import type { LeadView } from "./lead-types";

interface Props {
  lead: LeadView;
  onSkip: (skip: { reason: SkipReason; toUserId?: string | null }) => void;
  onBack: () => void;
}

/** Digits reach so far, and one is for nobody. */
const mostOffered = 9;
const nobody = "nobody";

export function SkipChoices({ lead, onSkip, onBack }: Props) {
  const trpc = useTRPC();
  const me = useMe();
  const now = useNow();
  const [handing, setHanding] = useState<SkipReason>();
  const { siteId } = lead;
  const assignees = useQuery(trpc.leads.assignees.queryOptions({ siteId })).data;

  if (handing) {
    const others = (assignees ?? []).filter(({ userId }) => userId !== me.userId);
    return (
      <ChoicePanel
        title="Who gets the lead"
        question={
          <>
            <strong>{skipReasonLabels[handing]}.</strong>{" "}
            {assignees === undefined ? "Looking up your colleagues…" : "Who gets it?"}
          </>
        }
        answers={[
          ...others
            .slice(0, mostOffered - 1)
            .map(({ userId, name }) => ({ id: userId, label: name })),
          { id: nobody, label: "Nobody yet", detail: "whoever is free is offered it" },
        ]}
        onPick={(id) => onSkip({ reason: handing, toUserId: id === nobody ? null : id })}
        onBack={() => setHanding(undefined)}
      />
    );
  }
  const comesBack = (reason: SkipReason) => {
    if (isHandingOver(reason)) return "given to somebody else";
    const { until, forAll } = skipOf(reason, { ...lead, contactHours: lead.preference.hours }, now);
    const whom = forAll ? "" : "; others may get it";
    return `back ${dayAndTimeWords(until.toISOString(), now)}${whom}`;
  };
  return (
    <ChoicePanel
      title="Why to skip"
      question={
        <>
          <strong>Skip: why?</strong> The reason stands on the timeline.
        </>
      }
      answers={skipReasons.map((reason) => ({
        id: reason,
        label: skipReasonLabels[reason],
        detail: comesBack(reason),
      }))}
      onPick={(id) => {
        const reason = skipReasons.find((each) => each === id);
        if (!reason) return;
        if (isHandingOver(reason)) setHanding(reason);
        else onSkip({ reason });
      }}
      onBack={onBack}
    />
  );
}
