// A person has themselves erased: whatever is about them goes in one transaction, and then out of the
// files; what happened, when, and what was agreed to stays, so that every count and the audit chain hold.
import { sweepErased } from "@studydesk/db/dialect";
import { addActivity } from "@studydesk/db/leads/activity-queries";
import { eraseIdentity, listOwnAddresses } from "@studydesk/db/leads/erase-queries";
import { lockSubmissionsOf } from "@studydesk/db/submissions/submission-queries";
import { eraseSubscriptions } from "@studydesk/db/subscriptions/subscription-queries";
import { DomainError } from "@studydesk/domain/errors";
import { mayErase } from "@studydesk/domain/leads/erasure";
import type { Deps } from "../deps";
import { dropImportFilesOf } from "../imports/drop-files-of";
import { recordChange } from "../record-change";
import { sendAgainLimit } from "../status-page/mail-status-links";
import { changeOwnLead, type LinkHolder } from "../status-page/status-link";
import { alertTeam, closeForGood } from "../status-page/withdraw-consent";
import { signUpMailLimit } from "../subscriptions/sign-up-for-alerts";

export type EraseDeps = Pick<
  Deps,
  "db" | "now" | "limits" | "live" | "baseUrl" | "mailQueued" | "importsFolder"
>;

/**
 * Throws not_found for a link that does not work, rate_limited, and rule_broken where the law keeps the
 * study's records. `reportFault` hears when the files could not be swept: the erasure stands then, too.
 */
export async function eraseOwnLead(
  deps: EraseDeps,
  holder: LinkHolder,
  reportFault: (error: unknown) => void,
): Promise<void> {
  const at = deps.now().toISOString();
  const person = await changeOwnLead(deps, holder, async (trx, lead) => {
    if (!mayErase(lead)) throw keptByLaw();
    // A message of the same person on its way waits, and makes a lead of its own.
    await lockSubmissionsOf(trx, lead);
    await closeForGood(trx, lead, deps.now());
    // Before they are gone: alerts go by the address, whichever the person signed up with.
    const addresses = await listOwnAddresses(trx, lead);
    await eraseIdentity(trx, lead, at);
    for (const address of addresses) await eraseSubscriptions(trx, address);
    const entry = { leadId: lead.id, at, byUserId: null };
    await addActivity(trx, { ...entry, activity: { kind: "erased" } });
    await alertTeam(trx, lead, { how: "erased", ...deps });
    await recordChange(trx, {
      at,
      actorId: null,
      action: "lead.erased",
      subject: "lead",
      subjectId: String(lead.id),
      siteId: lead.siteId,
      details: { from: lead.status },
    });
    return { emailFolded: lead.emailFolded, phone: lead.phone };
  });
  deps.mailQueued();
  try {
    await deps.limits.clear(sendAgainLimit, person.emailFolded);
    await deps.limits.clear(signUpMailLimit, person.emailFolded);
    await dropImportFilesOf(deps, person);
    await sweepErased(deps.db);
  } catch (error) {
    reportFault(error);
  }
}

function keptByLaw(): DomainError {
  return new DomainError(
    "rule_broken",
    "Records of people who take part in a study must be kept by law. Ask the study team what can be done.",
    { reason: "kept_by_law" },
  );
}
