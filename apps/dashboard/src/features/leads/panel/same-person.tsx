// Other leads that came under the same address or number, at the sites of whoever looks.
import { fullName } from "@studydesk/domain/leads/full-name";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { StatusBadge } from "../../../components/status-badge";
import { dateWords, exactWords } from "../../../lib/time-words";
import { useTRPC } from "../../../lib/trpc";
import { useNow } from "../../../lib/use-now";
import type { LeadView } from "../lead-types";
import classes from "./same-person.module.css";

export function SamePerson({ lead }: { lead: LeadView }) {
  const trpc = useTRPC();
  const now = useNow();
  const found = useQuery(trpc.leads.ofSamePerson.queryOptions({ leadId: lead.id }));
  // Nothing is the usual answer, and no place is kept for it.
  if (!found.data || found.data.length === 0) return null;
  return (
    <section className={classes.leads} aria-labelledby="same-person">
      <h2 id="same-person" className={classes.title}>
        Same e-mail or phone · {found.data.length}
      </h2>
      <ul>
        {found.data.map((other) => (
          <li key={other.id}>
            <Link to="/leads/$leadId" params={{ leadId: other.id }} className={classes.study}>
              {other.studyTitle}
            </Link>
            <p className={classes.facts}>
              <StatusBadge status={other.status} /> Lead {other.id} ·{" "}
              <time dateTime={other.createdAt} title={exactWords(other.createdAt)}>
                {dateWords(other.createdAt, now)}
              </time>{" "}
              · {sameWords(other)}
              {fullName(other) === fullName(lead) ? null : (
                <>
                  {" · as "}
                  <bdi>{fullName(other)}</bdi>
                </>
              )}
              {other.siteName === lead.siteName ? "" : ` · ${other.siteName}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sameWords(other: { hasSameEmail: boolean; hasSamePhone: boolean }): string {
  if (other.hasSameEmail && other.hasSamePhone) return "same e-mail and phone";
  return other.hasSameEmail ? "same e-mail" : "same phone";
}
