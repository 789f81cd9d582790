import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { openDatabase } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { startWay } from "@studydesk/db/testing/start-way";
import { sql } from "kysely";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { readEnv } from "../env";
import { startServer } from "../main";
import { type Answer, ask } from "../testing/start-test-server";

const password = "correct horse battery staple 42";

describeOnEveryEngine("a database that is out of reach", (openTestDatabase, engine) => {
  /** A server, and somebody who is signed in and has a lead. */
  async function build() {
    const { db, url } = await openTestDatabase();
    const way = engine === "postgres" ? await startWay(url) : undefined;
    const folder = mkdtempSync(join(tmpdir(), "studydesk-reach-"));
    writeFileSync(join(folder, "secret"), "s".repeat(48), { mode: 0o600 });
    const site = await buildSite(db);
    await buildPerson(db, { isOwner: true });
    const email = "kim@example.org";
    const passwordHash = await hashLightly(password);
    const role = { role: "coordinator", siteId: site.id } as const;
    const { userId } = await buildPerson(db, { ...role, email, passwordHash });
    const lead = await buildLead(db, { siteId: site.id });
    const env = readEnv(
      {
        PORT: "0",
        STUDYDESK_URL: "http://127.0.0.1:4010",
        STUDYDESK_SECRET_FILE: join(folder, "secret"),
        STUDYDESK_DATA: folder,
        ...(way ? { DATABASE_URL: way.url } : {}),
      },
      "serve",
    );
    const server = await startServer({
      env: { ...env, databaseUrl: way?.url ?? url },
      log: pino({ level: "silent" }),
    });
    onTestFinished(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const at = `http://127.0.0.1:${server.port}`;
    const headers = { "content-type": "application/json", origin: server.url };
    const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
      ask(`${at}${path}`, {
        method: "POST",
        headers: { ...headers, ...more },
        body: JSON.stringify(body),
      });
    const signedIn = await post("/api/auth/sign-in/email", { email, password });
    const [cookie = ""] = signedIn.headers["set-cookie"]?.[0]?.split(";") ?? [];
    const taken = { leadId: lead.id, ownerId: userId, expectedVersion: 1 };
    const change = () => post("/api/trpc/leads.assign", taken, { cookie });
    return { db, url, way, server, at, cookie, post, change };
  }

  const words = (answer: Answer) => `${answer.status} ${answer.body}`;

  it.runIf(engine === "sqlite")(
    "is told as busy while another program holds the file, and nothing was changed",
    async () => {
      const { server, url, change, db } = await build();
      const other = openDatabase(url);
      onTestFinished(() => other.destroy());
      // Usually five seconds; no test waits for them.
      await sql`pragma busy_timeout = 20`.execute(server.deps.db);
      await sql`begin immediate`.execute(other);
      expect(words(await change())).toMatch(
        /^503 .*keeps the database busy, so nothing was changed/,
      );
      await sql`rollback`.execute(other);
      expect(await db.selectFrom("leads").select("ownerId").execute()).toEqual([{ ownerId: null }]);
      expect((await change()).status).toBe(200);
    },
  );

  it.runIf(engine === "postgres")(
    "is told as such while PostgreSQL is cut off, to the signed-in, to visitors and to whoever signs in",
    async () => {
      const { at, way, post, change, server } = await build();
      way?.cut(true);
      const away = /^503 .*The database does not answer. Wait a minute/;
      expect(words(await change())).toMatch(away);
      server.deps.viewers.forgetAll();
      expect(words(await change())).toMatch(away);
      const typed = { email: "kim@example.org", password };
      expect(words(await post("/api/auth/sign-in/email", typed))).toMatch(away);
      const page = await ask(`${at}/studies`);
      expect(page.status).toBe(503);
      expect(page.headers["retry-after"]).toBe("30");
      expect(page.body).toContain("Please try again in a moment");
      way?.cut(false);
      await expect.poll(async () => (await change()).status, { timeout: 20_000 }).toBe(200);
    },
  );
});
