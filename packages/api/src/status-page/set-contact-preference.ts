// The person says how and when they would like to be contacted; the team sees it beside the number.
import { addActivity } from "@studydesk/db/leads/activity-queries";
import type { ContactPreference } from "@studydesk/domain/contact/contact-preference";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { changeOwnLead, type LinkHolder, saveOwnLead } from "./status-link";

/** Said again, nothing changes. Throws not_found for a link that does not work, and rate_limited. */
export async function setContactPreference(
  deps: Pick<Deps, "db" | "now" | "limits" | "live">,
  holder: LinkHolder,
  { channel, hours }: ContactPreference,
): Promise<void> {
  const at = deps.now().toISOString();
  await changeOwnLead(deps, holder, async (trx, lead) => {
    if (lead.contactChannel === channel && lead.contactHours === hours) return;
    await saveOwnLead(trx, lead, { contactChannel: channel, contactHours: hours }, at);
    await addActivity(trx, {
      leadId: lead.id,
      at,
      byUserId: null,
      activity: { kind: "preference_set", channel, hours },
    });
    await recordChange(trx, {
      at,
      actorId: null,
      action: "lead.preference_set",
      subject: "lead",
      subjectId: String(lead.id),
      siteId: lead.siteId,
      details: {
        channel,
        hours,
        fromChannel: lead.contactChannel,
        fromHours: lead.contactHours,
      },
    });
  });
}
