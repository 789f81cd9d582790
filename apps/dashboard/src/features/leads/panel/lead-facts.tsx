// Everything else that is known about the person and the lead, with what the desk may put right.

import { localTime } from "@studydesk/domain/contact/quiet-hours";
import { languageName } from "@studydesk/domain/leads/languages";
import { zoneWords } from "../../../lib/fact-words";
import { useNow } from "../../../lib/use-now";
import type { LeadView } from "../lead-types";
import { ConsentFact } from "./consent-fact";
import { EditableFact } from "./editable-fact";
import classes from "./lead-facts.module.css";

export function LeadFacts({ lead }: { lead: LeadView }) {
  const now = useNow();
  return (
    <section aria-labelledby="lead-facts">
      <h2 id="lead-facts" className={classes.title}>
        About the person
      </h2>
      <dl className={classes.facts} data-facts>
        <EditableFact lead={lead} name="firstName" />
        <EditableFact lead={lead} name="lastName" />
        <EditableFact lead={lead} name="language" missing="Not said">
          {lead.language ? languageName(lead.language) : null}
        </EditableFact>
        <EditableFact lead={lead} name="birthYear" missing="Not given">
          {lead.birthYear === null ? null : (
            <>
              {lead.birthYear}
              {lead.isOutsideAges ? (
                <span className={classes.late}> · Outside the study’s ages</span>
              ) : null}
            </>
          )}
        </EditableFact>
        <EditableFact lead={lead} name="timeZone">
          {zoneWords(lead.timeZone)}{" "}
          <span className={classes.quiet}>· {localTime(lead.timeZone, now).time} there</span>
        </EditableFact>
        <EditableFact lead={lead} name="source" />
        <dt>Site</dt>
        <dd>
          {lead.siteName}
          {lead.siteName.includes(lead.siteCity) ? "" : `, ${lead.siteCity}`}
        </dd>
        <dt>Consent</dt>
        <dd>
          <ConsentFact consent={lead.consent} withdrawnAt={lead.consentWithdrawnAt} />
        </dd>
      </dl>
    </section>
  );
}
