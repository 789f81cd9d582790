// Every route of the app, asked by everybody: a route without a row in the table fails. Nobody can tell what
// is another site's from what is not there, and what needs no session does not look at one.

import { request } from "node:http";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { buildWorld } from "@studydesk/api/testing/who-may-what/build-world";
import { type Place, type ViewerKind, viewerKinds } from "@studydesk/api/testing/who-may-what/grid";
import { addEvent } from "@studydesk/db/events";
import { addImport, updateImport } from "@studydesk/db/imports/import-queries";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { pino } from "pino";
import { expect, it, vi } from "vitest";
import { createRooms } from "./http";
import { createMetrics } from "./http/metrics";
import { askedOf, type Ids, publicRows, type SessionRow, sessionRows } from "./testing/http-rows";
import { listRoutes } from "./testing/list-routes";
import { type Answer, type Asked, ask, startTestServer } from "./testing/start-test-server";

it("says for every route who may ask it", async () => {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  const app = createRooms(
    {
      deps,
      viewers: { ...deps.viewers, read: async () => undefined, readAccount: async () => undefined },
      handleAuth: async () => new Response(),
      log: pino({ level: "silent" }),
      ...{ trustProxy: false, isDemo: true, isStopping: () => false },
    },
    createMetrics(deps),
  );
  // What is answered to any method is answered as if nothing were there.
  const routes = listRoutes(app.router).filter((route) => !route.startsWith("_ALL "));
  expect(Object.keys({ ...publicRows, ...sessionRows }).sort()).toEqual(routes);
});

/** A server with the world of the grid in its database, everybody signed in. */
async function build() {
  const server = await startTestServer();
  const { db, keys, live } = server.deps;
  const world = await buildWorld(buildDeps(db, { keys, live }));
  const password = "correct horse battery staple 42";
  const passwordHash = await hashLightly(password);
  await db.updateTable("account").set({ password: passwordHash }).execute();
  const cookies: Partial<Record<ViewerKind, string>> = {};
  for (const kind of viewerKinds) {
    const { viewer } = (await world.placeFor(kind)).place;
    if (!viewer) continue;
    await db.deleteFrom("limits").execute();
    const { headers } = await ask(`${server.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.url },
      body: JSON.stringify({ email: viewer.email, password }),
    });
    cookies[kind] = headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  }
  const send = async (kind: ViewerKind, path: string, asked: Asked) => {
    await db.deleteFrom("limits").execute();
    const cookie = cookies[kind];
    const headers = { origin: server.url, ...asked.headers, ...(cookie ? { cookie } : {}) };
    return ask(server.url + path, { ...asked, headers });
  };
  /** What a stream of live events says; it ends with the server. */
  const listen = async (kind: ViewerKind) => {
    let said = "";
    const cookie = cookies[kind];
    const headers = cookie ? { cookie } : {};
    const url = `${server.url}/api/trpc/live.events?input=%7B%7D`;
    request(url, { headers, agent: false }, (stream) => {
      stream.setEncoding("utf8").on("data", (part) => {
        said += part;
      });
    }).end();
    const begin = cookie ? "connected" : "serialized-error";
    await vi.waitFor(() => expect(said).toContain(begin));
    expect(said.includes("unauthenticated")).toBe(!cookie);
    return () => said;
  };
  return { server, world, send, listen };
}

async function idsOf({ deps, colleague, lead, siteId, studyId }: Place): Promise<Ids> {
  const importId = await addImport(deps.db, {
    ...{ byUserId: colleague.userId, fileName: "people.csv", fileBytes: 44, storedAs: "gone" },
    ...{
      encoding: "utf-8",
      delimiter: ",",
      headerSha256: "0",
      createdAt: lead.createdAt,
      state: "uploaded",
    },
  });
  await updateImport(deps.db, importId, ["uploaded"], { siteId, studyId });
  return { leadId: lead.id, siteId, studyId, importId };
}

function askedFor(route: string, sent: ReturnType<SessionRow["ask"]>): Asked {
  const [method = ""] = route.split(" ");
  if (sent.file !== undefined) {
    return { method, headers: { "content-type": "application/octet-stream" }, body: sent.file };
  }
  if (method === "GET") return { method };
  return {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(sent.json),
  };
}

/** All of an answer that its reader could compare. */
function seen({ status, headers, body }: Answer) {
  const { "x-request-id": id, date: _, "content-length": __, etag: ___, ...rest } = headers;
  const plain = body.replaceAll(String(id), "").replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "now");
  return { status, body: plain, headers: rest };
}

it("gives files to those who may have them, and tells nobody else of another site's", async () => {
  const { world, send } = await build();
  for (const [route, row] of Object.entries(sessionRows)) {
    const outcomes: Partial<Record<ViewerKind, number>> = {};
    for (const kind of viewerKinds) {
      const { place } = await world.placeFor(kind);
      const ids = await idsOf(place);
      const sent = row.ask(ids);
      const answer = await send(kind, sent.path, askedFor(route, sent));
      outcomes[kind] = answer.status;
      expect(answer.headers["cache-control"], route).toBe("no-store");
      const random = { leadId: 987_654, siteId: 987_655, studyId: 987_656, importId: 987_657 };
      const other = row.ask(random);
      const namesNothing = JSON.stringify(other) === JSON.stringify(sent);
      if (namesNothing || (!kind.endsWith("elsewhere") && row.outcomes[kind] !== 404)) continue;
      const said = await send(kind, other.path, askedFor(route, other));
      expect(seen(answer), `${route} ${kind}`).toEqual(seen(said));
      expect(answer.body, `${route} ${kind}`).not.toContain(place.lead.firstName);
    }
    expect(outcomes, route).toEqual(row.outcomes);
  }
});

it("answers everybody alike where no session is asked for", async () => {
  const { send } = await build();
  const kinds = ["anonymous", "admin", "owner"] as const;
  const answered: Record<string, number[]> = {};
  for (const [route, row] of Object.entries(publicRows)) {
    const answers = [];
    for (const kind of kinds) answers.push(await send(kind, row.path, askedOf(route, row)));
    expect(answers.flatMap(({ headers }) => headers["set-cookie"] ?? [])).toEqual([]);
    const statuses = answers.map(({ status }) => status);
    // Before the front ends are built, the desk says so.
    const isUnbuilt = route.startsWith("GET /desk") && statuses.every((status) => status === 503);
    answered[route] = isUnbuilt ? [200, 200, 200] : statuses;
  }
  const expected = Object.entries(publicRows).map(([route, { anybody }]) => [
    route,
    kinds.map(() => anybody),
  ]);
  expect(answered).toEqual(Object.fromEntries(expected));
});

it("streams to each what happens at their own sites, and to nobody without a session", async () => {
  const { server, world, listen } = await build();
  const { db, live, now } = server.deps;
  const heard: Partial<Record<ViewerKind, () => string>> = {};
  for (const kind of viewerKinds) heard[kind] = await listen(kind);
  const siteIds = {
    here: (await world.placeFor("admin")).place.siteId,
    there: (await world.placeFor("admin elsewhere")).place.viewer?.roles[0]?.siteId ?? 0,
    all: null,
  };
  for (const [subjectId, siteId] of Object.entries(siteIds)) {
    const event = { kind: "lead", subjectId, siteId, byUserId: null } as const;
    await addEvent(db, { ...event, at: now().toISOString() });
  }
  live.announce();
  const own = (kind: ViewerKind) => {
    if (kind === "owner") return ["all"];
    return kind.endsWith("elsewhere") ? ["there"] : ["here"];
  };
  for (const kind of viewerKinds) {
    const told = () => heard[kind]?.().match(/"subjectId":"[a-z]+"/g) ?? [];
    const expected = kind === "anonymous" ? [] : own(kind).map((name) => `"subjectId":"${name}"`);
    await vi.waitFor(() => expect(told(), kind).toEqual(expected));
  }
});
