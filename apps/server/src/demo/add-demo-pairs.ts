// Two people of the demo who are here twice: one wrote again with a slip in the name and from another
// address, the other one's daughter wrote from the same telephone.
import type { Deps } from "@studydesk/api/deps";
import { readLeadList } from "@studydesk/api/leads/read-lead-list";
import { getLead } from "@studydesk/api/leads/save-lead";
import { insertLeads } from "@studydesk/db/leads/insert-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { inTransaction } from "@studydesk/db/open-database";
import { ensureConsentText } from "@studydesk/db/submissions/consent-text-queries";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { sortNameOf } from "@studydesk/domain/leads/fold-name";
import type { Viewer } from "@studydesk/domain/people/viewer";

const hour = 3_600_000;

export async function addDemoPairs(deps: Deps, owner: Viewer, siteId: number): Promise<void> {
  const { rows } = await readLeadList(deps, owner, {
    filters: { siteIds: [siteId], statuses: ["contacting", "pre_screening", "could_not_reach"] },
    sort: "arrived",
    descending: true,
    limit: 50,
  });
  const people = rows.filter(({ firstName }) => /^[A-Z][a-z]{4,}$/.test(firstName)).slice(0, 2);
  for (const [index, { id }] of people.entries()) {
    const lead = await getLead(deps.db, owner, id);
    const { firstName, lastName } = lead;
    // One letter less, as somebody types who is in a hurry.
    const slip = firstName.slice(0, 2) + firstName.slice(3);
    await addTwice(
      deps,
      lead,
      index === 0
        ? { firstName: slip, lastName, email: `${slip}.${lastName}`, message: wroteAgain }
        : { firstName: "Ingrid", lastName, email: `ingrid.${lastName}`, message: wroteForParent },
    );
  }
}

const wroteAgain = "I wrote some days ago and do not know whether it arrived. Afternoons are best.";
const wroteForParent = "I am asking for myself this time; my parent has written to you, too.";

async function addTwice(
  { db, now }: Deps,
  lead: LeadRecord,
  twice: { firstName: string; lastName: string; email: string; message: string },
): Promise<void> {
  const { firstName, lastName, message } = twice;
  const email = `${twice.email.toLowerCase()}@example.org`;
  const { studyId, siteId, phone, phoneTyped, timeZone } = lead;
  const at = new Date(now().getTime() - 2 * hour).toISOString();
  const { id: consentTextId } = await ensureConsentText(db, studyId, "en", at);
  const said = { firstName, lastName, email, language: "en" } as const;
  await inTransaction(db, (trx) =>
    insertLeads(trx, [
      {
        lead: {
          ...{ ...said, studyId, siteId, phone, phoneTyped, timeZone },
          sortName: sortNameOf(firstName, lastName),
          emailFolded: foldEmail(email),
          ...{ status: "new", statusSince: at, source: "phone_call", createdAt: at },
        },
        submission: { ...said, phone: phoneTyped, message, receivedAt: at },
        consent: { consentTextId, givenAt: at },
        activity: { kind: "added", source: "phone_call" },
        at,
        byUserId: null,
      },
    ]),
  );
}
