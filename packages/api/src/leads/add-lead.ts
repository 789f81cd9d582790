// A lead that a coordinator types in: somebody called, or was sent by a doctor. The person heard the consent
// text in force and agreed to it. Who is at this site for this study already is not taken in twice.

import { listSamePeople } from "@studydesk/db/leads/insert-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findSite, type Site } from "@studydesk/db/sites/site-queries";
import { listStudySites } from "@studydesk/db/studies/study-site-queries";
import { ensureConsentText, isConsentTextOf } from "@studydesk/db/submissions/consent-text-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import type { AddLeadInput, ConsentTextInput } from "@studydesk/domain/leads/add-lead-input";
import type { ConsentText } from "@studydesk/domain/leads/consent";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { hasRole, siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { readPhoneNumber } from "../contact/phone-number";
import { timeZoneOfPhone } from "../contact/time-zone-of-phone";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { getVisibleStudy } from "../studies/study-view";
import { bringLeads, type LeadToBring, lockIncomingLeads } from "./insert-lead";
import { type LeadView, readLeadView } from "./lead-view";
import { getLead } from "./save-lead";

export async function addLead(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: AddLeadInput,
): Promise<LeadView> {
  const now = deps.now();
  const at = now.toISOString();
  const site = await getPlaceForLeads(deps.db, viewer, input);
  const consentTextId = await getConsentTextId(deps.db, input, at);
  const lead = toLead(input, site, { consentTextId, givenAt: at });
  const view = await inTransaction(deps.db, async (trx) => {
    // Pressed twice, or while a file brings the same people: the second one finds what the first one brought.
    await lockIncomingLeads(trx, lead);
    await refuseSamePerson(trx, lead);
    const [leadId = 0] = await bringLeads(trx, [lead], { userId: viewer.userId, at });
    await recordChange(trx, {
      at,
      actorId: viewer.userId,
      action: "lead.added",
      subject: "lead",
      subjectId: String(leadId),
      siteId: site.id,
      details: { studyId: input.studyId, consentTextId, source: input.source },
    });
    return readLeadView(trx, viewer, await getLead(trx, viewer, leadId), now);
  });
  deps.live.announce();
  return view;
}

/** The wording to read to somebody on the telephone, of a study that the viewer sees. */
export async function readConsentText(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  { studyId, language }: ConsentTextInput,
): Promise<ConsentText> {
  await getVisibleStudy(db, viewer, studyId);
  return ensureConsentText(db, studyId, language, now().toISOString());
}

/** A wording that was replaced while it was read aloud is what the person agreed to all the same. */
async function getConsentTextId(
  db: Db,
  { studyId, consentTextId }: Pick<AddLeadInput, "studyId" | "consentTextId">,
  at: string,
): Promise<number> {
  if (consentTextId === undefined) return (await ensureConsentText(db, studyId, "en", at)).id;
  if (await isConsentTextOf(db, studyId, consentTextId)) return consentTextId;
  throw new DomainError(
    "invalid",
    "This consent text is not one of the study's. Load the page again and read the person the one that it shows.",
  );
}

/** Throws not_found for another site and for a study that it takes no part in, forbidden for who only looks. */
async function getPlaceForLeads(
  db: Db,
  viewer: Viewer,
  { siteId, studyId }: Pick<AddLeadInput, "siteId" | "studyId">,
): Promise<Site> {
  const site = siteIdsOf(viewer).includes(siteId) ? await findSite(db, siteId) : undefined;
  if (!site) throw notFound("site");
  if (!hasRole(viewer, siteId, "coordinator", "admin")) {
    throw new DomainError(
      "forbidden",
      "Coordinators and admins of this site add its leads. Ask one of them to do this.",
    );
  }
  const [studySite] = await listStudySites(db, [siteId], studyId);
  if (!studySite) throw notFound("study");
  return site;
}

function toLead(input: AddLeadInput, site: Site, consent: LeadToBring["consent"]): LeadToBring {
  const { studyId, firstName, lastName, email, source, language = null } = input;
  const phone = readPhoneNumber(input.phone, site.countryCode);
  return {
    ...{ studyId, firstName, lastName, email, source, consent },
    siteId: site.id,
    emailFolded: foldEmail(email),
    phone: phone.e164,
    phoneTyped: input.phone,
    timeZone: timeZoneOfPhone(phone.countryCode, site.timeZone),
    language,
    birthYear: null,
    message: input.message ?? null,
    createdAt: consent.givenAt,
    status: "new",
    statusReason: null,
    ownerId: null,
    activity: { kind: "added", source },
  };
}

async function refuseSamePerson(trx: Db, lead: LeadToBring): Promise<void> {
  const [same] = await listSamePeople(trx, lead, {
    emails: lead.emailFolded === "" ? [] : [lead.emailFolded],
    phones: lead.phone === null ? [] : [lead.phone],
  });
  if (!same) return;
  throw new DomainError(
    "rule_broken",
    `This person is here already, as #${same.id}. Open that lead and go on with it.`,
    { reason: "already_here", details: { leadId: same.id } },
  );
}
