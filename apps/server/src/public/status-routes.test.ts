import { askLimit } from "@studydesk/api/status-page/mail-status-links";
import { missLimit } from "@studydesk/api/status-page/status-link";
import { buildForm } from "@studydesk/api/testing/build-form";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { directionOf, pathIn, publicLanguages } from "@studydesk/domain/public-language";
import express from "express";
import fc from "fast-check";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { answerErrors } from "../http/answer-errors";
import { requestLog } from "../http/request-log";
import { listenForTest } from "../testing/listen-for-test";
import { pageShells } from "./page-shells";
import { publicPages } from "./public-pages";

async function build() {
  const { db } = await openTestSqlite();
  const form = await buildForm(db);
  await form.send();
  const tokens = async () =>
    (await form.rows.outbox()).flatMap(({ textBody }) =>
      [...textBody.matchAll(/\/status\/([\w-]{43})/g)].map(([, token = ""]) => token),
    );
  const [token = ""] = await tokens();
  const logged: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => void logged.push(line) });
  const app = express();
  app.use(requestLog(log));
  const shellOf = pageShells({ entry: () => undefined }, form.deps.baseUrl, false);
  app.use(publicPages({ deps: form.deps, log, shellOf }), answerErrors(shellOf));
  const url = await listenForTest(app);
  const ask = async (path: string, fields?: Record<string, string>) => {
    const answer = await fetch(url + path, {
      redirect: "manual",
      ...(fields ? { method: "POST", body: new URLSearchParams(fields) } : {}),
    });
    const { status, headers } = answer;
    return { status, headers, to: headers.get("location"), body: await answer.text() };
  };
  return { ...form, token, tokens, ask, logged, own: `/status/${token}` };
}

describe("a person's own page over HTTP", () => {
  it.each(publicLanguages)("stands in %s, complete without a script", async (language) => {
    const { own, ask, site } = await build();
    const { status, body } = await ask(pathIn(language, `/${own.slice(1)}`));
    expect(status).toBe(200);
    expect(body).toContain(`<html lang="${language}" dir="${directionOf(language)}"`);
    expect(body).toContain(site.name);
    expect(body).not.toContain("<script");
    for (const hidden of ["Ana", "Ångström", "555-0143", "station"]) {
      expect(body).not.toContain(hidden);
    }
    for (const path of ["wish", "copy", "withdraw", "erase"]) {
      expect(body).toContain(`"${pathIn(language, `/${own.slice(1)}/${path}`)}"`);
    }
  });

  it("hands out a copy of what is held as a file, in the page's language, and audits it", async () => {
    const { own, token, ask, db, logged } = await build();
    const { status, headers, body } = await ask(`/es${own}/copy`, { form: "html" });
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="my-data-[\d-]{10}\.html"$/,
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toContain('<html lang="es"');
    for (const words of ["Ana", "Ångström", "near the station"]) expect(body).toContain(words);
    const json = await ask(`${own}/copy`, { form: "json" });
    expect(JSON.parse(json.body)).toMatchObject({ facts: [{ firstName: "Ana" }] });
    expect(logged.join()).not.toContain(token);
    const copied = await db
      .selectFrom("audit")
      .select(["actorId", "details"])
      .where("action", "=", "lead.data_copied")
      .execute();
    expect(copied).toEqual([
      { actorId: null, details: '{"form":"html"}' },
      { actorId: null, details: '{"form":"json"}' },
    ]);
  });

  it("is kept nowhere, named to nobody, and stands in no log", async () => {
    const { own, token, ask, logged } = await build();
    for (const path of ["", "?saved=wish", "/withdraw", "/erase", "/nothing", "x"]) {
      const { headers } = await ask(own + path);
      if (path === "/nothing") continue;
      expect(headers.get("cache-control"), path).toBe("no-store");
      expect(headers.get("referrer-policy"), path).toBe("no-referrer");
      expect(headers.get("x-robots-tag"), path).toContain("noindex");
    }
    const saved = await ask(`${own}/wish`, { channel: "phone" });
    expect(saved.headers.get("referrer-policy")).toBe("no-referrer");
    const tooLarge = await ask(`${own}/wish`, { channel: "x".repeat(70_000) });
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.headers.get("referrer-policy")).toBe("no-referrer");
    expect(logged.join("")).toContain("/status/:token");
    expect(logged.join("")).not.toContain(token);
  });

  it("changes nothing when it is only opened, as mail programs do", async () => {
    const { own, ask, rows } = await build();
    const read = async () => [await rows.leads(), await rows.consents(), await rows.audit()];
    const before = await read();
    for (const path of ["", "/withdraw", "/erase", "/wish"]) await ask(own + path);
    expect(await read()).toEqual(before);
  });

  it("answers links that do not work all alike, with the way to a new one", async () => {
    const { ask, deps, own } = await build();
    const unknown = await ask(`/status/${"A".repeat(43)}`);
    expect(unknown.status).toBe(404);
    expect(unknown.body).toContain('href="/status"');
    expect((await ask("/status/nonsense")).body.replaceAll("nonsense", "A".repeat(43))).toBe(
      unknown.body,
    );
    deps.clock.advance(366 * 86_400_000);
    for (const path of ["", "/withdraw", "/erase"]) {
      expect((await ask(own + path)).status).toBe(404);
    }
    expect((await ask(`${own}/erase`, { sure: "yes" })).status).toBe(404);
  });

  it("makes a network wait that tried too many links of nobody's", async () => {
    const { ask, own } = await build();
    for (let tries = 0; tries < missLimit.most; tries += 1) await ask("/status/nonsense");
    const waiting = await ask("/status/nonsense");
    expect(waiting.status).toBe(429);
    expect(Number(waiting.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask(own)).status).toBe(200);
  });

  it("saves a wish, says so, and shows it from then on", async () => {
    const { own, ask, rows } = await build();
    const saved = await ask(`/es${own}/wish`, { channel: "text_message", hours: "evening" });
    expect([saved.status, saved.to]).toEqual([303, `/es${own}?saved=wish`]);
    const page = await ask(saved.to ?? "");
    expect(page.body).toContain('role="status"');
    expect(page.body.match(/checked="" value="\w+"|value="\w+" checked=""/g)).toHaveLength(2);
    expect(await rows.leads()).toMatchObject([
      { contactChannel: "text_message", contactHours: "evening" },
    ]);
  });

  it("takes the consent back and shows that it is", async () => {
    const { own, ask, rows } = await build();
    const done = await ask(`${own}/withdraw`, {});
    expect([done.status, done.to]).toEqual([303, own]);
    const page = await ask(own);
    expect(page.body).toContain("You took back your consent");
    expect(page.body).not.toContain(`${own}/withdraw`);
    expect(page.body).not.toContain(`${own}/wish`);
    expect(await rows.leads()).toMatchObject([{ status: "declined", doNotContact: 1 }]);
  });

  it("erases only after the box was ticked, and then the link is dead", async () => {
    const { own, ask, rows, tokens } = await build();
    const unsure = await ask(`${own}/erase`, {});
    expect(unsure.status).toBe(422);
    expect(unsure.body).toContain("Tick the box");
    expect(await rows.leads()).toMatchObject([{ erasedAt: null }]);
    const erased = await ask(`${own}/erase`, { sure: "yes" });
    expect(erased.status).toBe(200);
    expect(erased.body).toContain("You are erased");
    expect(await rows.leads()).toMatchObject([{ firstName: "", email: "" }]);
    expect((await ask(own)).status).toBe(404);
    expect((await ask(`${own}/erase`, { sure: "yes" })).status).toBe(404);
    expect(await tokens()).toEqual([]);
  });
});

it("answers whatever is sent to it, and never with a fault", async () => {
  const { ask, own, rows } = await build();
  const anything = fc.string({ unit: "binary", maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(anything, anything, async (text, name) => {
      const answers = await Promise.all([
        ask(`/status/${encodeURIComponent(text) || "x"}`),
        ask("/status", { email: text, [name]: text }),
        ask(`${own}/wish`, { channel: text, hours: text, [name]: text }),
        ask(`${own}/erase`, { sure: text, [name]: text }),
      ]);
      for (const { status } of answers) expect(status).toBeLessThan(500);
    }),
    { numRuns: 25 },
  );
  expect(await rows.leads()).toMatchObject([{ firstName: "Ana", erasedAt: null }]);
});

describe("asking for the link again", () => {
  it("gives the same answer whether the address is known or not, and writes only to the known one", async () => {
    const { ask, tokens, logged } = await build();
    const known = await ask("/status", { email: "ana@example.org" });
    const unknown = await ask("/status", { email: "nobody@example.com" });
    expect([known.status, known.to]).toEqual([303, "/status/asked"]);
    expect([unknown.status, unknown.to, unknown.body]).toEqual([303, known.to, known.body]);
    await expect.poll(tokens, { timeout: 4000 }).toHaveLength(2);
    const asked = await ask("/status/asked");
    expect(asked.status).toBe(200);
    for (const address of ["ana@", "nobody@"]) {
      expect(asked.body + logged.join("")).not.toContain(address);
    }
  });

  it("shows what was typed when it is no address", async () => {
    const { ask } = await build();
    const wrong = await ask("/status", { email: '"><b>ana' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain("&gt;&lt;b&gt;ana");
    expect(wrong.body).not.toContain("<b>ana");
    expect((await ask("/status", {})).status).toBe(422);
  });

  it("lets one network ask only so often", async () => {
    const { ask } = await build();
    for (let tries = 0; tries < askLimit.most; tries += 1) {
      await ask("/status", { email: `p${tries}@example.com` });
    }
    expect((await ask("/status", { email: "ana@example.org" })).status).toBe(429);
  });
});
