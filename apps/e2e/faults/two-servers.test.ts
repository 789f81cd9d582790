// Two servers on one database, each writing while the other one does: no write fails, each tells its streams
// of all, and what one ends is over at the other one, too.
import { findLastEventId } from "@studydesk/db/events";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildFaultDesk, type FaultDesk } from "./support/build-desk";
import { expectAllKept, expectChainWhole } from "./support/expect-kept";
import { expectWaves } from "./support/expect-waves";
import { isFull, sized, tell } from "./support/figures";
import { addLead, call, listen, makeAddress, signIn } from "./support/people";
import { type ServerProcess, startServer } from "./support/start-server";
import { nothingYet, writeUntilKilled } from "./support/write-until-killed";

const writesEach = sized(16, 10_000);
const atOnceEach = 4;

describeOnEveryEngine("two servers on one database", (openTestDatabase, engine) => {
  it("write side by side without an error, tell of it at both, and end at both what ends at one", {
    timeout: sized(240_000, 7_200_000),
  }, async () => {
    const desk = await buildFaultDesk(openTestDatabase);
    const [a, b] = await Promise.all([startServer(desk), startServer(desk)]);
    const cookie = await signIn(a.url, desk);
    const streams = await Promise.all([listen(a.url, cookie), listen(b.url, cookie)]);

    let refused = 0;
    let left = 2 * writesEach;
    const startedAt = performance.now();
    async function write({ url }: ServerProcess): Promise<void> {
      for (let written = 0; written < writesEach / atOnceEach; written += 1) {
        const { status } = await addLead(url, cookie, desk, makeAddress());
        if (status !== 200) refused += 1;
        left -= 1;
      }
    }
    const workers = Array.from({ length: atOnceEach }, () => [write(a), write(b)]);
    await Promise.all(workers.flat());
    const seconds = (performance.now() - startedAt) / 1000;
    expect(refused).toBe(0);
    expect(left).toBe(0);
    const leads = await desk.db.selectFrom("leads").select("id").execute();
    expect(leads).toHaveLength(2 * writesEach);

    const last = String(await findLastEventId(desk.db));
    for (const { heard } of streams) {
      await expect.poll(() => heard.at(-1), { timeout: 30_000 }).toBe(last);
      expect(new Set(heard).size).toBe(heard.length);
      expect(heard.length).toBeGreaterThanOrEqual(2 * writesEach);
    }

    // In full it has a server for itself.
    const isShort = !isFull && engine === "sqlite";
    if (isShort) await expectWaves(desk, a.url, { clients: 40, waves: 2, changes: 2 });

    // Known at b, ended at a.
    expect((await call(b.url, cookie, "leads.count", {})).status).toBe(200);
    const endedAt = performance.now();
    const out = await fetch(`${a.url}/api/auth/sign-out`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: a.url, cookie },
      body: "{}",
    });
    expect(out.status).toBe(200);
    await Promise.all(streams.map(({ ended }) => ended));
    const endMs = Math.round(performance.now() - endedAt);
    expect((await call(b.url, cookie, "leads.count", {})).status).toBe(401);

    tell(`two servers on one ${engine} database`, {
      writes: 2 * writesEach,
      errors: refused,
      "a second": Math.round((2 * writesEach) / seconds),
      "events heard at each": Math.min(...streams.map(({ heard }) => heard.length)),
      "ms until a sign-out had ended both streams": endMs,
    });
    // In full each is killed many times, and on both.
    if (isShort) await expectKeptWhenKilled(desk, [a, b]);
  });
});

/** Both at once, each amid writing. */
async function expectKeptWhenKilled(
  desk: FaultDesk,
  servers: readonly ServerProcess[],
): Promise<void> {
  const leads = await desk.db.selectFrom("leads").select("email").execute();
  const before = new Set(leads.map(({ email }) => email ?? ""));
  const heard = servers.map((server) => ({ server, ...nothingYet() }));
  await Promise.all(heard.map((one) => writeUntilKilled(one.server, desk, one, 10)));
  const written = [...heard, { acknowledged: before, unanswered: new Set<string>() }];
  await expectAllKept(desk.databaseUrl, written);
  await expectChainWhole(desk.databaseUrl);
  const count = (sets: ReadonlySet<string>[]) => sets.reduce((sum, { size }) => sum + size, 0);
  tell("two servers killed while both write", {
    "acknowledged writes": count(heard.map(({ acknowledged }) => acknowledged)),
    lost: 0,
    "sent without an answer": count(heard.map(({ unanswered }) => unanswered)),
  });
}
