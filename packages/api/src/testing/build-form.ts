// A study's contact form, ready to be sent: its site has a coordinator, and what was kept can be read.
import type { Db } from "@studydesk/db/open-database";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import type { Deps } from "../deps";
import { receiveSubmission, type Sender } from "../submissions/receive-submission";
import { buildDeps } from "./build-deps";
import { buildRecruitingStudy } from "./build-recruiting-study";

export const ana = {
  first_name: "Ana",
  last_name: "Ångström",
  email: "ana@example.org",
  phone: "(202) 555-0143",
  language: "es",
  message: "Is the clinic near the station?",
  consent: "yes",
};
export const network = "203.0.113.0";
export const sender = { network, language: "en" } as const;

export async function buildForm(db: Db, overrides: Partial<Deps> = {}) {
  const deps = buildDeps(db, overrides);
  const site = await buildSite(db);
  const coordinator = await buildPerson(db, { role: "coordinator", siteId: site.id });
  const study = await buildRecruitingStudy(deps, { siteIds: [site.id] });
  const rows = {
    leads: () => db.selectFrom("leads").selectAll().orderBy("id").execute(),
    submissions: () => db.selectFrom("submissions").selectAll().orderBy("id").execute(),
    consents: () => db.selectFrom("consents").selectAll().orderBy("id").execute(),
    consentTexts: () => db.selectFrom("consentTexts").selectAll().orderBy("id").execute(),
    activities: () => db.selectFrom("activities").selectAll().orderBy("id").execute(),
    outbox: () => db.selectFrom("outbox").selectAll().orderBy("id").execute(),
    audit: () => db.selectFrom("audit").selectAll().orderBy("sequence").execute(),
    events: () => db.selectFrom("events").selectAll().orderBy("id").execute(),
    limits: () => db.selectFrom("limits").selectAll().execute(),
  };
  /** Ana's message, with what is changed in it. */
  const send = (changed: Record<string, string> = {}, from: Partial<Sender> = {}) =>
    receiveSubmission(
      deps,
      { ...sender, ...from },
      { nctId: study.nctId, body: { ...ana, ...changed } },
    );
  return { db, deps, site, coordinator, study, rows, send };
}
