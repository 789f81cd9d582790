// A thousand listeners in waves; fewer, at one of two servers, are in two-servers.test.ts.
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { it } from "vitest";
import { buildFaultDesk } from "./support/build-desk";
import { expectWaves } from "./support/expect-waves";
import { isFull } from "./support/figures";
import { startServer } from "./support/start-server";

it.runIf(isFull)(
  "hear of a change, all of them, and come back in waves to a server that stays as it was (the short form: see two servers)",
  { timeout: 3_600_000 },
  async () => {
    const desk = await buildFaultDesk(openTestSqlite);
    const { url } = await startServer(desk);
    await expectWaves(desk, url, { clients: 1_000, waves: 6, changes: 10 });
  },
);
