// The person takes back the consent to be contacted: nobody may call or write from then on, the lead is
// closed where its life allows, and the team hears of it without a word about who it was. From consent to the study
// itself on contact stops, too, but the study's record stays, and so does where it stands.
import { addActivity } from "@studydesk/db/leads/activity-queries";
import { withdrawConsents } from "@studydesk/db/leads/erase-queries";
import type { LeadChanges } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import { listAlertAddresses } from "@studydesk/db/submissions/submission-queries";
import { cancelPlannedVisits } from "@studydesk/db/visits/visit-queries";
import { canMove } from "@studydesk/domain/leads/lead-status";
import { renderMail } from "@studydesk/mail/render-mail";
import {
  type LeadEndedAlertProps,
  leadEndedAlert,
} from "@studydesk/mail/templates/lead-ended-alert";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { changeOwnLead, type LinkHolder, saveOwnLead } from "./status-link";

/** Done twice, nothing changes. Throws not_found for a link that does not work, and rate_limited. */
export async function withdrawConsent(
  deps: Pick<Deps, "db" | "now" | "limits" | "live" | "baseUrl" | "mailQueued">,
  holder: LinkHolder,
): Promise<void> {
  await changeOwnLead(deps, holder, async (trx, lead) => {
    if (lead.consentWithdrawnAt !== null) return;
    await closeForGood(trx, lead, deps.now());
    await alertTeam(trx, lead, { how: "consent_withdrawn", ...deps });
    await recordChange(trx, {
      at: deps.now().toISOString(),
      actorId: null,
      action: "lead.consent_withdrawn",
      subject: "lead",
      subjectId: String(lead.id),
      siteId: lead.siteId,
      details: { from: lead.status },
    });
  });
  deps.mailQueued();
}

/** No consent, no next step, and declined where that is a way from here. */
export async function closeForGood(trx: Db, lead: LeadRecord, now: Date): Promise<void> {
  const at = now.toISOString();
  const reason = "none_given";
  const declines = canMove(lead, "declined", { reason }, now).ok;
  await withdrawConsents(trx, lead.id, at);
  const changes: LeadChanges = {
    doNotContact: true,
    followUpAt: null,
    followUpNote: null,
    ...(declines ? { status: "declined", statusSince: at, statusReason: reason } : {}),
  };
  await saveOwnLead(trx, lead, changes, at);
  const entry = { leadId: lead.id, at, byUserId: null };
  // During screening they stand: the person consented to them with the study.
  const visits = declines ? await cancelPlannedVisits(trx, lead.id, at) : [];
  for (const { id, startsAt } of visits) {
    const activity = {
      kind: "visit_ended",
      visitId: id,
      at: startsAt,
      state: "cancelled",
    } as const;
    await addActivity(trx, { ...entry, activity });
  }
  if (declines) {
    const activity = { kind: "status_changed", from: lead.status, to: "declined", reason } as const;
    await addActivity(trx, { ...entry, activity });
  }
  if (lead.consentWithdrawnAt === null) {
    await addActivity(trx, { ...entry, activity: { kind: "consent_withdrawn" } });
  }
}

/** A number and a link: what became of whom stands on the desk alone. */
export async function alertTeam(
  trx: Db,
  lead: LeadRecord,
  { how, baseUrl, now }: Pick<LeadEndedAlertProps, "how"> & Pick<Deps, "baseUrl" | "now">,
): Promise<void> {
  const alert = renderMail(
    leadEndedAlert({
      how,
      studyTitle: lead.studyTitle,
      siteName: lead.siteName,
      leadNumber: lead.id,
      leadUrl: `${baseUrl}/desk/leads/${lead.id}`,
    }),
  );
  const mail = { siteId: lead.siteId, leadId: lead.id, at: now().toISOString(), baseUrl };
  for (const to of await listAlertAddresses(trx, lead.siteId)) {
    await enqueueMail(trx, { ...mail, kind: "new_lead_alert", to, ...alert });
  }
}
