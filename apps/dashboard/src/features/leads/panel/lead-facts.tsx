// What is known about the person and where the lead stands.
import { Button, CopyButton } from "@mantine/core";
import { preferenceWords } from "@studydesk/domain/leads/contact-preference";
import { languageName } from "@studydesk/domain/leads/languages";
import { When } from "../../../components/when";
import { useMe } from "../../../lib/me";
import type { LeadView } from "../lead-types";
import { useAssignLead } from "../use-assign-lead";
import { ConsentFact } from "./consent-fact";
import classes from "./lead-facts.module.css";
import { MayContactFact } from "./may-contact-fact";
import { StatusFact } from "./status-fact";

export function LeadFacts({ lead }: { lead: LeadView }) {
  const { email, phone, phoneTyped } = lead;
  const wish = preferenceWords(lead.preference);
  return (
    <dl className={classes.facts}>
      <StatusFact lead={lead} />
      <dt>Phone</dt>
      <dd>
        {phone ? (
          <>
            <a className={classes.reach} href={`tel:${phone}`}>
              {lead.phoneShown}
            </a>
            <Copy text={phone} name="number" />
          </>
        ) : (
          <>
            {phoneTyped} <span className={classes.quiet}>as typed; not a number we can read</span>
          </>
        )}
      </dd>
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
      <dt>E-mail</dt>
      <dd>
        <a className={classes.reach} href={`mailto:${email}`}>
          {email}
        </a>
        <Copy text={email} name="address" />
      </dd>
      <dt>Language</dt>
      <dd>
        {lead.language ? (
          languageName(lead.language)
        ) : (
          <span className={classes.quiet}>Not said</span>
        )}
      </dd>
      {lead.birthYear === null ? null : (
        <>
          <dt>Born in</dt>
          <dd>
            {lead.birthYear}
            {lead.isOutsideAges ? (
              <span className={classes.late}> · Outside the study's ages</span>
            ) : null}
          </dd>
        </>
      )}
      <dt>Study</dt>
      <dd>{lead.studyTitle}</dd>
      <dt>Site</dt>
      <dd>
        {lead.siteName}
        {lead.siteName.includes(lead.siteCity) ? "" : `, ${lead.siteCity}`}
      </dd>
      <dt>Owner</dt>
      <dd>
        <Owner lead={lead} />
      </dd>
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
      </dd>
      <dt>Consent</dt>
      <dd>
        <ConsentFact consent={lead.consent} withdrawnAt={lead.consentWithdrawnAt} />
      </dd>
    </dl>
  );
}

function Owner({ lead }: { lead: LeadView }) {
  const me = useMe();
  const assign = useAssignLead(lead, [{ userId: me.userId, name: me.name, roles: [] }]);
  if (lead.ownerId === me.userId) return "You";
  const owner = lead.ownerId === null ? "Unassigned" : (lead.ownerName ?? "Somebody who left");
  return (
    <>
      <span className={lead.ownerId === null ? classes.quiet : undefined}>{owner}</span>
      {lead.ownerId === null && lead.abilities.assign ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            assign.mutate({ leadId: lead.id, expectedVersion: lead.version, ownerId: me.userId })
          }
        >
          Take it
        </Button>
      ) : null}
    </>
  );
}

function Copy({ text, name }: { text: string; name: string }) {
  return (
    <CopyButton value={text} timeout={2000}>
      {({ copied, copy }) => (
        <Button variant="subtle" size="compact-sm" onClick={copy} aria-label={`Copy the ${name}`}>
          {copied ? "Copied" : "Copy"}
        </Button>
      )}
    </CopyButton>
  );
}
