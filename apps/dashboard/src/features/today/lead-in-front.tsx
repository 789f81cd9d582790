// The lead in front of the coordinator: who, the number, whether to call now, what they wrote, and what
// has been tried; below it, one key per outcome.
import { fullName } from "@studydesk/domain/leads/full-name";
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { DuplicateHint } from "../../components/duplicate-hint";
import { PresenceNote } from "../../components/presence-note";
import { StatusBadge } from "../../components/status-badge";
import { useSayPresence } from "../../lib/presence";
import { useTRPC } from "../../lib/trpc";
import { AfterCall } from "./after-call";
import { AskQuestions, WhileAsking } from "./ask-questions";
import { CallDue } from "./call-due";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { HeldByOther } from "./held-by-other";
import { LastWords } from "./last-words";
import { LeadFacts } from "./lead-facts";
import classes from "./lead-in-front.module.css";
import { LeadMessages } from "./lead-messages";
import type { ShownLead } from "./lead-types";
import { MayCall } from "./may-call";
import { OutcomeKeys } from "./outcome-keys";
import { PhoneNumber } from "./phone-number";
import type { NotesSlot, QuestionsSlot } from "./today-screen";
import type { Today } from "./use-today";

interface Props {
  shown: ShownLead;
  today: Today;
  questions: QuestionsSlot;
  notes: NotesSlot;
}

export function LeadInFront({ shown, today, questions, notes }: Props) {
  const trpc = useTRPC();
  const leadId = shown.lead.id;
  const fetched = useQuery(
    trpc.leads.get.queryOptions({ leadId }, { initialData: shown.lead, staleTime: 60_000 }),
  ).data;
  // A copy from before may still be in the cache; the newer of the two is the lead.
  const lead = fetched.version >= shown.lead.version ? fetched : shown.lead;
  const hasChanged = lead.version !== shown.lead.version;
  const { spoken, asking = false } = today.step ?? {};
  const ask = (isAsking: boolean) =>
    today.setStep({ ...(spoken ? { spoken } : {}), asking: isAsking });
  // Not before the call is logged: both would move the lead.
  const canAsk =
    lead.version !== spoken?.version &&
    lead.abilities.changeStatus &&
    openLeadStatuses.includes(lead.status) &&
    !today.step?.started;
  const timeline = useQuery(
    trpc.leads.timeline.queryOptions(
      { leadId },
      { enabled: hasChanged || shown.last.length === 0, placeholderData: shown.last },
    ),
  );
  const last = (timeline.data ?? shown.last).filter(
    ({ activity }) => activity.kind !== "criterion_answered",
  );
  useSayPresence(leadId, "looking");

  // Said to a screen reader when the next lead comes, and the place from which Tab goes on.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  const { callDue, heldBy, takeNext } = today.queue;
  return (
    <article className={classes.lead} aria-label={fullName(lead)}>
      <div className={classes.sheet}>
        {callDue && !spoken ? <CallDue call={callDue} onTake={takeNext} /> : null}
        <p className={classes.why} data-late={shown.why.isLate}>
          {shown.why.sentence}
        </p>
        <div className={classes.who}>
          <h2 ref={heading} tabIndex={-1} className={classes.name} dir="auto">
            {fullName(lead)}
          </h2>
          <StatusBadge
            status={lead.status}
            {...(lead.attemptCount > 0 && lead.status === "contacting"
              ? { detail: lead.attemptCount.toString() }
              : {})}
          />
          {canAsk && !asking ? <AskQuestions lead={lead} onAsk={() => ask(true)} /> : null}
        </div>
        <PhoneNumber lead={lead} />
        <MayCall lead={lead} />
        <PresenceNote leadId={leadId} />
        <DuplicateHint leadId={leadId} />
        {heldBy ? (
          <HeldByOther held={heldBy} onNext={() => today.finish(leadId, undefined)} />
        ) : null}
        {hasChanged && !spoken && !asking ? (
          <ChangedMeanwhile lead={lead} seen={shown.lead} />
        ) : null}
        {asking
          ? notes(
              lead,
              questions(lead, (moved) => today.finish(leadId, moved)),
            )
          : notes(
              lead,
              <>
                <LeadMessages lead={lead} />
                <LeadFacts lead={lead} />
                <LastWords leadId={leadId} entries={last.slice(0, 3)} />
              </>,
            )}
      </div>
      {asking ? (
        <WhileAsking onBack={() => ask(false)} onNext={() => today.finish(leadId, undefined)} />
      ) : spoken ? (
        <AfterCall
          lead={lead}
          outcome={spoken.outcome}
          isLogged={lead.version !== spoken.version}
          onNextTry={(at) => today.changeNextTry(lead, at)}
          onDone={(moved) => today.finish(leadId, moved)}
        />
      ) : (
        <OutcomeKeys
          lead={lead}
          nextTries={shown.nextTries}
          isOpen={openLeadStatuses.includes(lead.status)}
          today={today}
          onNoteDone={() => heading.current?.focus({ preventScroll: true })}
        />
      )}
    </article>
  );
}
