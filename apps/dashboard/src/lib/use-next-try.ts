// When to try again after an outcome, from when people at the lead's site answer: read once per site, so
// that the suggestion is there with the key press.
import type { ContactOutcome } from "@studydesk/domain/contact/contact-attempt";
import { type NextTry, nextTry } from "@studydesk/domain/contact/next-try";
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { type RouterOutputs, useTRPC } from "./trpc";

type Lead = Pick<
  RouterOutputs["leads"]["get"],
  "siteId" | "status" | "timeZone" | "siteTimeZone" | "attempts" | "preference"
>;

/** Undefined for an outcome after which a person decides, and for a lead that is closed. */
export function useNextTry(
  lead: Lead,
): (outcome: ContactOutcome, now: Date) => NextTry | undefined {
  const trpc = useTRPC();
  const { data: history } = useQuery(
    trpc.leads.answerTimes.queryOptions({ siteId: lead.siteId }, { staleTime: 10 * 60_000 }),
  );
  return useCallback(
    (outcome, now) =>
      openLeadStatuses.includes(lead.status)
        ? nextTry(lead, outcome, history ?? [], now)
        : undefined,
    [lead, history],
  );
}
