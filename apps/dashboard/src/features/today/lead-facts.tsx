// What one wants to know before the call: the study, the language, the mail address, their wishes.
import { preferenceWords } from "@studydesk/domain/contact/contact-preference";
import { languageName } from "@studydesk/domain/leads/languages";
import { Link } from "@tanstack/react-router";
import { When } from "../../components/when";
import { useMe } from "../../lib/me";
import { useNow } from "../../lib/use-now";
import { visitTimeWords } from "../../lib/visit-time-words";
import classes from "./lead-facts.module.css";
import type { LeadView } from "./lead-types";

export function LeadFacts({ lead }: { lead: LeadView }) {
  const me = useMe();
  const now = useNow();
  const wish = preferenceWords(lead.preference);
  return (
    <dl className={classes.facts}>
      <div className={classes.wide}>
        <dt>Study</dt>
        <dd>{lead.studyTitle}</dd>
      </div>
      <div>
        <dt>Language</dt>
        <dd>{lead.language ? languageName(lead.language) : "English"}</dd>
      </div>
      <div>
        <dt>Site</dt>
        <dd>{lead.siteName}</dd>
      </div>
      <div>
        <dt>Came in</dt>
        <dd>
          <When at={lead.createdAt} />
        </dd>
      </div>
      <div>
        <dt>Owner</dt>
        <dd>{lead.ownerId === me.userId ? "You" : (lead.ownerName ?? "Unassigned")}</dd>
      </div>
      <div className={classes.wide}>
        <dt>E-mail</dt>
        <dd className={classes.mail}>
          <a href={`mailto:${lead.email}`}>{lead.email}</a>
        </dd>
      </div>
      {wish ? (
        <div className={classes.wide}>
          <dt>Wishes</dt>
          <dd>{wish}</dd>
        </div>
      ) : null}
      {lead.nextVisit || lead.abilities.planVisit ? (
        <div className={classes.wide}>
          <dt>Visit</dt>
          <dd>
            {lead.nextVisit
              ? visitTimeWords(lead.nextVisit, { now, timeZone: lead.siteTimeZone })
              : "None planned"}{" "}
            ·{" "}
            <Link to="/leads/$leadId" params={{ leadId: lead.id }}>
              {lead.nextVisit ? "Open the visits" : "Plan one"}
            </Link>
          </dd>
        </div>
      ) : null}
      {lead.followUpNote ? (
        <div className={classes.wide}>
          <dt>Follow-up</dt>
          <dd>{lead.followUpNote}</dd>
        </div>
      ) : null}
    </dl>
  );
}
