import { buildShareTest, randomText, sealedForTest } from "@studydesk/api/testing/build-share";
import { expect, it } from "vitest";
import { type Answer, ask, startTestServer } from "../testing/start-test-server";

it("an unknown id, a wrong link and a wrong passcode cannot be told apart: status, body and headers", async () => {
  const { url, deps } = await startTestServer();
  const sealed = sealedForTest();
  const { share } = await buildShareTest(deps.db, sealed);
  await share();
  await deps.db.updateTable("shares").set({ expiresAt: "2999-01-01T00:00:00.000Z" }).execute();
  const open = (change: Record<string, string> = {}) => {
    const { id, linkProof, authKey } = sealed;
    return ask(`${url}/api/share/open`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url },
      body: JSON.stringify({ id, linkProof, authKey, nonce: randomText(16), ...change }),
    });
  };
  const answers = [
    await open({ id: randomText(16) }),
    await open({ linkProof: randomText(32) }),
    await open({ authKey: randomText(32) }),
    await open({ id: randomText(16), linkProof: randomText(32), authKey: randomText(32) }),
  ];
  expect(answers[0]).toMatchObject({ status: 404, body: '{"reason":"no_match"}' });
  expect(new Set(answers.map(withoutMoment)).size).toBe(1);
  expect(await open()).toMatchObject({ status: 200 });

  // The page itself asks no database: it is the same for whoever has a link and for whoever made one up.
  const pages = [await ask(`${url}/n/${sealed.id}`), await ask(`${url}/n/${randomText(16)}`)];
  expect(new Set(pages.map(withoutMoment)).size).toBe(1);
});

/** All of an answer, in its order, but for the second it was given in and the number of the request. */
function withoutMoment({ status, headers, body }: Answer): string {
  const { date, "x-request-id": requestId, ...kept } = headers;
  expect([date, requestId]).not.toContain(undefined);
  return JSON.stringify([status, kept, body]);
}
