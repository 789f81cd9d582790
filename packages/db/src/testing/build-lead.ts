// Made-up studies, leads and consents for tests, written straight into the database.
import { randomUUID } from "node:crypto";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { sortNameOf } from "@studydesk/domain/leads/fold-name";
import type { ImportedStudy } from "@studydesk/domain/studies/imported-study";
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";

const madeAt = "2026-01-01T00:00:00.000Z";

export async function buildStudy(db: Db, title = "A study of sleep"): Promise<number> {
  const nctId = `NCT${randomUUID().slice(0, 8)}`;
  const imported: ImportedStudy = {
    nctId,
    title,
    overallStatus: "RECRUITING",
    sex: "ALL",
    criteriaText: "",
    criteria: { criteria: [], notes: [], doubts: [] },
    conditions: [],
    keywords: [],
    phases: [],
    contacts: [],
    officials: [],
    locations: [],
    leftovers: [],
  };
  const { id } = await db
    .insertInto("studies")
    .values({
      nctId,
      title,
      overallStatus: "RECRUITING",
      imported: JSON.stringify(imported),
      record: "{}",
      recordSha256: "",
      importedAt: madeAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A new lead that came in at noon UTC of 1 September 2026, without a message and without consent. */
export async function buildLead(
  db: Db,
  overrides: Partial<NewRow<"leads">> & { siteId: number },
): Promise<Row<"leads">> {
  const names = { firstName: "Amara", lastName: "Voss", ...overrides };
  const email = overrides.email ?? "amara.voss@example.org";
  const createdAt = overrides.createdAt ?? "2026-09-01T12:00:00.000Z";
  return db
    .insertInto("leads")
    .values({
      studyId: overrides.studyId ?? (await buildStudy(db)),
      status: "new",
      statusSince: createdAt,
      source: "study_page",
      firstName: names.firstName,
      lastName: names.lastName,
      sortName: sortNameOf(names.firstName, names.lastName),
      email,
      emailFolded: foldEmail(email),
      phone: "+13125550142",
      phoneTyped: "(312) 555-0142",
      // By day there at noon UTC, when the clocks of tests stand.
      timeZone: "America/New_York",
      createdAt,
      ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The person agreed to be contacted, in a message of theirs. */
export async function buildConsent(
  db: Db,
  lead: Row<"leads">,
  message: string | null = null,
): Promise<void> {
  const { id: leadId, firstName, lastName, email, phoneTyped, language, createdAt } = lead;
  const submission = await db
    .insertInto("submissions")
    .values({
      leadId,
      receivedAt: createdAt,
      firstName,
      lastName,
      email,
      phone: phoneTyped,
      language,
      message,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const text = await db
    .insertInto("consentTexts")
    .values({
      studyId: lead.studyId,
      language: "en",
      number: leadId,
      text: "You may call me about this study.",
      createdAt: madeAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("consents")
    .values({
      leadId,
      submissionId: submission.id,
      consentTextId: text.id,
      givenAt: createdAt,
    })
    .execute();
}
