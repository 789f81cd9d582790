// Whose lead this is, its number, and how it came.
import type { LeadSource } from "@studydesk/domain/leads/lead-source";
import { type ReactNode, type RefObject, useEffect } from "react";
import { PresenceNote } from "../../../components/presence-note";
import { leadName } from "../../../lib/lead-name";
import { dayAndTimeWords, exactWords } from "../../../lib/time-words";
import { useNow } from "../../../lib/use-now";
import type { LeadView } from "../lead-types";
import classes from "./lead-panel.module.css";

interface Props {
  lead: LeadView;
  corner: ReactNode;
  /** Nothing else on the screen is its title. */
  isTitle: boolean;
  takesFocus: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
}

const ways: Readonly<Record<LeadSource, string>> = {
  study_page: "from the study page",
  referral: "by referral",
  phone_call: "by phone",
  event: "from an event",
  import: "by import",
};

export function LeadHeading({ lead, corner, isTitle, takesFocus, heading }: Props) {
  const now = useNow();
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus, heading]);
  const Heading = isTitle ? "h1" : "h2";
  return (
    <header className={classes.head}>
      <div className={classes.names}>
        <Heading ref={heading} tabIndex={-1} className={classes.name} dir="auto">
          {leadName(lead)}
        </Heading>
        <p className={classes.origin}>
          Lead {lead.id} · came in{" "}
          <time dateTime={lead.createdAt} title={exactWords(lead.createdAt)}>
            {dayAndTimeWords(lead.createdAt, now)}
          </time>{" "}
          {ways[lead.source]}
        </p>
        <PresenceNote leadId={lead.id} />
      </div>
      <div className={classes.corner}>{corner}</div>
    </header>
  );
}
