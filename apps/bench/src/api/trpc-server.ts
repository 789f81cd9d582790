// Comparison (b): the usual Express, tRPC and Kysely, without accounts, rules or a record of who did what.
// Started as a process of its own: `trpc-server.ts <database file>`.
import { createServer } from "node:http";
import type { LeadRow } from "@studydesk/api/leads/lead-view";
import { initTRPC, TRPCError } from "@trpc/server";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express from "express";
import { type Generated, Kysely, SqliteDialect, sql } from "kysely";
import { z } from "zod";
import { matchText, openPlainDatabase } from "./plain-database";
import { type StoredLead, toPlainRow } from "./plain-lead";
import { tellPort } from "./tell-port";

type Filled = "id" | "attemptCount" | "doNotContact" | "version";
type Joined = "studyTitle" | "siteName" | "ownerName" | "promiseHours";

interface Tables {
  leads: Omit<StoredLead, Filled | Joined> & { [column in Filled]: Generated<number> } & {
    sortName: string;
    emailFolded: string;
    phoneTyped: string;
    timeZone: string;
  };
  studies: { id: number; title: string };
  sites: { id: number; name: string; promiseHours: number };
  people: { id: string; name: string };
  submissions: {
    leadId: number;
    receivedAt: string;
    firstName: string;
    lastName: string;
    email: string;
    phone: string;
  };
  counters: { name: string; value: number };
  leadSearch: { rowid: number; text: string };
}

const sqlite = openPlainDatabase(process.argv[2] ?? "");
const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
const { router, procedure } = initTRPC.create();

const selectLeads = (handle: Kysely<Tables>) =>
  handle
    .selectFrom("leads")
    .innerJoin("studies", "studies.id", "leads.studyId")
    .innerJoin("sites", "sites.id", "leads.siteId")
    .leftJoin("people as owner", "owner.id", "leads.ownerId")
    .select([
      ...([
        "leads.id",
        "firstName",
        "lastName",
        "language",
        "source",
        "status",
        "statusSince",
      ] as const),
      ...(["statusReason", "studyId", "studies.title as studyTitle", "siteId"] as const),
      ...(["sites.name as siteName", "ownerId", "owner.name as ownerName"] as const),
      ...(["attemptCount", "lastAttemptAt", "firstContactAt", "followUpAt"] as const),
      ...(["followUpNote", "leads.createdAt", "phone", "leads.email", "doNotContact"] as const),
      ...(["proof", "erasedAt", "version", "promiseHours"] as const),
    ]);

const person = z.object({
  firstName: z.string(),
  lastName: z.string(),
  email: z.email(),
  phone: z.string(),
});
const after = z.object({ createdAt: z.string(), id: z.number() });
const listInput = z.object({
  studyId: z.number().optional(),
  status: z.enum(["new", "contacting", "pre_screening", "declined"]).optional(),
  words: z.string().optional(),
  after: after.optional(),
});
const moveInput = z.object({
  id: z.number(),
  to: z.enum(["pre_screening", "declined"]),
  reason: z.enum(["none_given", "person_asked"]),
  expectedVersion: z.number(),
});

const appRouter = router({
  list: procedure.input(listInput).query(async ({ input }) => {
    let query = selectLeads(db)
      .orderBy("leads.createdAt", "desc")
      .orderBy("leads.id", "desc")
      .limit(50);
    const { studyId, status, words, after } = input;
    if (studyId !== undefined) query = query.where("studyId", "=", studyId);
    if (status !== undefined) query = query.where("status", "=", status);
    if (after) {
      query = query.where(
        sql<boolean>`(leads."createdAt", leads.id) < (${after.createdAt}, ${after.id})`,
      );
    }
    if (words) {
      query = query.where("leads.id", "in", (eb) =>
        eb
          .selectFrom("leadSearch")
          .select("rowid")
          .where(sql<boolean>`"leadSearch" match ${matchText(words)}`),
      );
    }
    const now = Date.now();
    return { rows: (await query.execute()).map((stored) => toPlainRow(stored, now)) };
  }),
  get: procedure.input(z.number()).query(({ input }) => get(db, input)),
  counts: procedure.query(async () => {
    const counters = await db.selectFrom("counters").selectAll().execute();
    return Object.fromEntries(counters.map(({ name, value }) => [name, value]));
  }),
  create: procedure.input(person).mutation(({ input }) =>
    db.transaction().execute(async (trx) => {
      const at = new Date().toISOString();
      const { firstName, lastName, email, phone } = input;
      const sortName = `${lastName} ${firstName}`.toLowerCase();
      const { insertId } = await trx
        .insertInto("leads")
        .values({
          ...{ firstName, lastName, sortName, email, emailFolded: email.toLowerCase(), phone },
          ...({ studyId: 1, siteId: 1, status: "new", statusSince: at, createdAt: at } as const),
          ...{ source: "phone_call", phoneTyped: phone, timeZone: "UTC" },
        })
        .executeTakeFirstOrThrow();
      const id = Number(insertId);
      await trx
        .insertInto("submissions")
        .values({ leadId: id, receivedAt: at, firstName, lastName, email, phone })
        .execute();
      await trx
        .insertInto("leadSearch")
        .values({ rowid: id, text: `${sortName}\n${email.toLowerCase()}\n${phone}` })
        .execute();
      for (const name of ["all", "inbox", "open"]) await count(trx, name, 1);
      return get(trx, id);
    }),
  ),
  changeStatus: procedure.input(moveInput).mutation(({ input }) =>
    db.transaction().execute(async (trx) => {
      const { id, to, reason, expectedVersion } = input;
      const { numUpdatedRows } = await trx
        .updateTable("leads")
        .set((eb) => ({
          status: to,
          statusReason: reason,
          statusSince: new Date().toISOString(),
          version: eb("version", "+", 1),
        }))
        .where("id", "=", id)
        .where("version", "=", expectedVersion)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw new TRPCError({ code: "CONFLICT" });
      await count(trx, "open", to === "pre_screening" ? 1 : -1);
      await count(trx, "pre_screening", to === "pre_screening" ? 1 : -1);
      await count(trx, "declined", to === "declined" ? 1 : -1);
      return get(trx, id);
    }),
  ),
});

async function get(handle: Kysely<Tables>, id: number): Promise<LeadRow> {
  const found = await selectLeads(handle).where("leads.id", "=", id).executeTakeFirst();
  if (!found) throw new TRPCError({ code: "NOT_FOUND" });
  return toPlainRow(found, Date.now());
}

async function count(trx: Kysely<Tables>, name: string, by: number): Promise<void> {
  await trx
    .updateTable("counters")
    .set((eb) => ({ value: eb("value", "+", by) }))
    .where("name", "=", name)
    .execute();
}

const app = express();
app.use("/api/trpc", createExpressMiddleware({ router: appRouter, allowMethodOverride: true }));
tellPort(createServer(app));
