import { sql } from "kysely";
import { expect, it } from "vitest";
import { ask, startTestServer } from "../testing/start-test-server";

it("says that it lives, and whether it can serve", async () => {
  const { url, deps } = await startTestServer();
  expect(await ask(`${url}/healthz`)).toMatchObject({ status: 200, body: "ok\n" });
  const ready = await ask(`${url}/readyz`);
  expect(ready.status).toBe(200);
  expect(JSON.parse(ready.body)).toEqual({
    ready: true,
    database: "ok",
    outbox: { lagSeconds: 0, mailServer: false },
  });
  await sql`alter table outbox rename to away`.execute(deps.db);
  const broken = await ask(`${url}/readyz`);
  expect(broken.status).toBe(503);
  expect(JSON.parse(broken.body)).toMatchObject({ ready: false });
  expect((await ask(`${url}/healthz`)).status).toBe(200);
});
