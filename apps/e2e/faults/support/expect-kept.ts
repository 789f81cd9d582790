// What must be there after any crash: everybody who was answered with success, each with all that belongs to it,
// and nobody else.
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import { checkDatabase } from "@studydesk/db/backups/check-database";
import { requireSound } from "@studydesk/db/backups/require-sound";
import { isPostgresUrl, openDatabase } from "@studydesk/db/open-database";
import { sql } from "kysely";
import { expect } from "vitest";

export interface Written {
  /** By visitors and by staff, answered with success. */
  acknowledged: ReadonlySet<string>;
  /** Sent, and cut off before the answer. */
  unanswered: ReadonlySet<string>;
}

/** Gives who is there. */
export async function expectAllKept(
  databaseUrl: string,
  written: readonly Written[],
): Promise<Set<string>> {
  const db = openDatabase(databaseUrl);
  try {
    const leads = await db.selectFrom("leads").select("email").execute();
    const kept = new Set(leads.map(({ email }) => email ?? ""));
    const acknowledged = written.flatMap((some) => [...some.acknowledged]);
    expect(acknowledged.filter((email) => !kept.has(email))).toEqual([]);
    // Nobody who did not write, and nobody twice.
    expect(leads).toHaveLength(kept.size);
    const known = new Set([...acknowledged, ...written.flatMap((some) => [...some.unanswered])]);
    expect([...kept].filter((email) => !known.has(email))).toEqual([]);
    expect(await countHalves(db)).toBe(0);
    await requireSound(db);
    return kept;
  } finally {
    await db.destroy();
  }
}

/** Every row as it was written, up to the end that is signed, and in SQLite's file every index, too. */
export async function expectChainWhole(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  const { sequence, signedUpTo } = await verifyDatabase(db).finally(() => db.destroy());
  expect(signedUpTo).toBe(sequence);
  if (!isPostgresUrl(databaseUrl)) expect(checkDatabase(databaseUrl)).toMatchObject({ ok: true });
}

/** Leads without what the same transaction wrote with them: to a visitor that is a mail, too. */
async function countHalves(db: ReturnType<typeof openDatabase>): Promise<number | undefined> {
  const { rows } = await sql<{ halves: number }>`
    select count(*) as halves from leads where
      not exists (select 1 from submissions where submissions."leadId" = leads.id)
      or not exists (select 1 from consents where consents."leadId" = leads.id)
      or not exists (select 1 from activities where activities."leadId" = leads.id)
      or not exists (select 1 from events
        where events.kind = 'lead' and events."subjectId" = cast(leads.id as text))
      or not exists (select 1 from audit
        where audit.subject = 'lead' and audit."subjectId" = cast(leads.id as text))
      or (source = 'study_page' and not exists (select 1 from outbox
        where outbox."leadId" = leads.id and outbox.kind = 'message_copy'))`.execute(db);
  return rows[0]?.halves;
}
