import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { addEvent } from "./events";
import { hearOthers, type OthersNews } from "./hear-others";
import { openDatabase } from "./open-database";
import { buildPerson, buildSession } from "./testing/build-people";
import { describeOnEveryEngine } from "./testing/every-engine";

const event = { kind: "lead", subjectId: "1", siteId: null, byUserId: null } as const;
const waiting = { timeout: 20_000 };
const at = "2026-09-01T12:00:00.000Z";

describeOnEveryEngine("what other processes commit", (openTestDatabase, engine) => {
  async function build() {
    const { db, url } = await openTestDatabase();
    const other = openDatabase(url);
    const heard: OthersNews[] = [];
    const faults: unknown[] = [];
    const hearing = hearOthers(db, {
      hear: (news) => void heard.push(news),
      reportFault: (error) => void faults.push(error),
    });
    onTestFinished(async () => {
      await hearing.stop();
      await other.destroy();
    });
    await hearing.ready;
    return { db, other, heard, faults };
  }

  it("is heard soon, and one's own is not", async () => {
    const { db, other, heard } = await build();
    await addEvent(db, { ...event, at });
    await addEvent(other, { ...event, at });
    await expect.poll(() => heard, waiting).toHaveLength(1);
  });

  it("says when a session ended or a role changed, so that nobody goes on with what was remembered", async () => {
    const { db, other, heard } = await build();
    const { userId, sessionId } = await buildPerson(db, {});
    await buildSession(db, { userId, id: sessionId });
    await other.deleteFrom("session").execute();
    await expect.poll(() => heard, waiting).toContainEqual({ isAboutPeople: true });
  });

  it.runIf(engine === "postgres")(
    "is heard again after the connection was lost, and whatever was missed is looked for",
    async () => {
      const { db, other, heard, faults } = await build();
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query = 'listen studydesk'`.execute(db);
      await expect.poll(() => heard, waiting).toEqual([{ isAboutPeople: true }]);
      expect(faults).toHaveLength(1);
      await addEvent(other, { ...event, at });
      await expect.poll(() => heard, waiting).toHaveLength(2);
    },
  );
});
