// What a coordinator needs at a glance: where the lead stands, how to reach the person and whether to do
// so now, what comes next, whose it is.
import { preferenceWords } from "@studydesk/domain/contact/contact-preference";
import { CallLink } from "../../../components/call-link";
import { When } from "../../../components/when";
import type { LeadView } from "../lead-types";
import { CopyFact } from "./copy-fact";
import { EditableFact } from "./editable-fact";
import classes from "./lead-facts.module.css";
import { MayContactFact } from "./may-contact-fact";
import { OwnerFact } from "./owner-fact";
import { StatusFact } from "./status-fact";

interface Props {
  lead: LeadView;
  onFollowUp: () => void;
}

export function KeyFacts({ lead, onFollowUp }: Props) {
  const { email, phone } = lead;
  const wish = preferenceWords(lead.preference);
  return (
    <dl className={classes.facts} data-facts>
      <StatusFact lead={lead} />
      <dt>May I call</dt>
      <dd>
        <MayContactFact lead={lead} />
      </dd>
      {wish ? (
        <>
          <dt>Wishes</dt>
          <dd>
            {wish} <span className={classes.quiet}>as the person said on their own page</span>
          </dd>
        </>
      ) : null}
      <EditableFact lead={lead} name="phone">
        {phone ? (
          <>
            <CallLink lead={lead} phone={phone} className={classes.reach}>
              {lead.phoneShown ?? phone}
            </CallLink>
            <CopyFact text={phone} name="number" />
          </>
        ) : lead.phoneTyped ? (
          <>
            {lead.phoneTyped}{" "}
            <span className={classes.quiet}>as typed; not a number we can read</span>
          </>
        ) : null}
      </EditableFact>
      <EditableFact lead={lead} name="email">
        {email ? (
          <>
            <a className={classes.reach} href={`mailto:${email}`}>
              {email}
            </a>
            <CopyFact text={email} name="address" />
          </>
        ) : null}
      </EditableFact>
      <dt>Follow-up</dt>
      <dd>
        {lead.followUpAt ? (
          <>
            <When at={lead.followUpAt} style="planned" />
            {lead.followUpNote ? ` — ${lead.followUpNote}` : ""}
          </>
        ) : (
          <span className={classes.quiet}>None</span>
        )}
        {lead.abilities.setFollowUp ? (
          <button type="button" className={classes.change} onClick={onFollowUp}>
            {lead.followUpAt ? "Change" : "Set"}
            <span className={classes.heard}> the follow-up</span>
          </button>
        ) : null}
      </dd>
      <dt>Owner</dt>
      <dd>
        <OwnerFact lead={lead} />
      </dd>
      <dt>Study</dt>
      <dd>{lead.studyTitle}</dd>
    </dl>
  );
}
