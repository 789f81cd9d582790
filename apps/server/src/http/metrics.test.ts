import { expect, it } from "vitest";
import { ask, startTestServer } from "../testing/start-test-server";

it("counts requests by the pattern of their route, for this machine alone", async () => {
  const { url } = await startTestServer();
  await ask(`${url}/studies/NCT12345678`);
  await ask(`${url}/api/trpc/made.up,outbox.list`);
  await ask(`${url}/api/trpc/outbox.list`);
  await ask(`${url}/n/secret-share-id`);
  await ask(`${url}/r/secret-share-id`);
  const metrics = await ask(`${url}/metrics`);
  expect(metrics.status).toBe(200);
  for (const route of ["/studies/:nctId", "/n/:id", "/r/:id", "/api/trpc/outbox.list"]) {
    expect(metrics.body).toContain(`route="${route}"`);
  }
  expect(metrics.body).toContain("studydesk_outbox_lag_seconds 0");
  expect(metrics.body).not.toMatch(/NCT12345678|secret-share-id|made\.up/);
  const proxied = await ask(`${url}/metrics`, { headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(proxied.status).toBe(404);
});

it("shows metrics to nobody beyond an announced proxy", async () => {
  const { url } = await startTestServer({ TRUST_PROXY: "1" });
  const from = (address: string) =>
    ask(`${url}/metrics`, { headers: { "x-forwarded-for": address } });
  expect((await from("203.0.113.9")).status).toBe(404);
  expect((await from("127.0.0.1, 203.0.113.9")).status).toBe(404);
  expect((await ask(`${url}/metrics`)).status).toBe(200);
});
