// What guards every route alike, over the same table as who may ask it: the headers of its answer, and the
// pages that a change may come from.
import { askLimit } from "@studydesk/api/status-page/mail-status-links";
import { describe, expect, it } from "vitest";
import { makeSecurityHeaders } from "./http/security-headers";
import { askedOf, publicRows, sessionRows } from "./testing/http-rows";
import { type Asked, ask, startTestServer } from "./testing/start-test-server";

const ids = { leadId: 1, siteId: 1, studyId: 1, importId: 1 };
const everyRoute: [route: string, path: string, asked: Asked][] = [
  ...Object.entries(publicRows).map(([route, row]): [string, string, Asked] => [
    route,
    row.path,
    askedOf(route, row),
  ]),
  ...Object.entries(sessionRows).map(([route, row]): [string, string, Asked] => {
    const { path, json = {} } = row.ask(ids);
    return [route, path, askedOf(route, { path, json, anybody: 401 })];
  }),
  [
    "POST /api/trpc/*",
    "/api/trpc/people.me",
    askedOf("POST /", { path: "", json: {}, anybody: 200 }),
  ],
];
const changing = everyRoute.filter(([route]) => route.startsWith("POST "));

/** The same with every answer. */
const common = [
  ...["cross-origin-opener-policy", "cross-origin-resource-policy", "x-content-type-options"],
  ...["x-frame-options", "x-permitted-cross-domain-policies", "x-dns-prefetch-control"],
];
const perRoute = [
  ...["cache-control", "referrer-policy", "permissions-policy", "x-robots-tag"],
  ...["content-security-policy"],
];

describe("every route", () => {
  it("sends the headers that are written down here", async () => {
    const { url } = await startTestServer();
    const commonSeen = new Set<string>();
    const written: Record<string, string[]> = {};
    for (const [route, path, asked] of everyRoute) {
      // The staff app's own, which change each time, are in static-files.test.ts, where it is always built.
      if (route.startsWith("GET /desk")) continue;
      const { headers } = await ask(url + path, {
        ...asked,
        headers: { ...asked.headers, origin: url },
      });
      const lines = (names: string[]) =>
        names
          .filter((name) => headers[name] !== undefined)
          .map((name) => `${name}: ${headers[name]}`.replaceAll(/nonce-[^']+/g, "nonce-(new)"));
      commonSeen.add(lines(common).join("\n"));
      const key = lines(perRoute).join("\n");
      written[key] = [...(written[key] ?? []), route];
    }
    expect([...commonSeen]).toMatchSnapshot("common");
    expect(
      Object.entries(written).map(([headers, routes]) => `${routes.join("\n")}\n\n${headers}`),
    ).toMatchSnapshot("per route");
  });

  it("stays on https where people reach it there", () => {
    const hsts = (isHttps: boolean) =>
      makeSecurityHeaders(isHttps).find(([name]) => name === "strict-transport-security")?.[1];
    expect(hsts(true)).toBe("max-age=31536000");
    expect(hsts(false)).toBeUndefined();
  });

  it("refuses a change that a page of another address asks for", async () => {
    const { url } = await startTestServer();
    for (const [route, path, asked] of changing) {
      for (const from of [
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
        { "sec-fetch-site": "cross-site", origin: url },
        { origin: "https://evil.example" },
        { origin: `${url}.evil.example` },
        { origin: url.replace("http:", "https:") },
      ]) {
        const answer = await ask(url + path, { ...asked, headers: { ...asked.headers, ...from } });
        expect([route, from, answer.status]).toEqual([route, from, 403]);
      }
    }
  });

  it("that takes JSON takes no type that a form of another site could send", async () => {
    const { url } = await startTestServer();
    for (const [route, path, asked] of changing) {
      if (asked.headers?.["content-type"] !== "application/json") continue;
      for (const type of [
        ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"],
        ...["text/plain; application/json", "application/jsonp", ""],
      ]) {
        const headers = { "content-type": type, origin: url };
        const { status } = await ask(url + path, { ...asked, headers });
        // A file is asked who brings it before what it is.
        const refused = route === "POST /api/imports" ? [401] : [400, 415];
        expect(refused, `${route} ${type}`).toContain(status);
      }
    }
  });
});

it("takes a caller's word for another address only where a proxy was announced", async () => {
  const networks = async (variables: Record<string, string>) => {
    const { url, deps } = await startTestServer(variables);
    for (const address of ["203.0.113.7", "198.51.100.7"]) {
      const forged = { "x-forwarded-for": address, "x-real-ip": address, forwarded: address };
      const headers = { ...forged, "content-type": "application/x-www-form-urlencoded" };
      await ask(`${url}/status`, { method: "POST", headers, body: "email=ana%40example.org" });
    }
    // How often each network asked. How often an address is written to is counted behind the answer.
    const asked = deps.db.selectFrom("limits").where("key", "like", `${askLimit.name}:%`);
    return (await asked.select("points").execute()).map((row) => row.points);
  };
  expect(await networks({})).toEqual([2]);
  expect(await networks({ TRUST_PROXY: "10.0.0.0/8" })).toEqual([2]);
  expect(await networks({ TRUST_PROXY: "1" })).toEqual([1, 1]);
});
