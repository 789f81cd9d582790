import { readdirSync } from "node:fs";
import type { Db } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { RowField } from "@studydesk/domain/imports/row-problems";
import fc from "fast-check";
import { expect, it } from "vitest";
import { buildImportDesk, columns, header, person } from "../testing/build-import";
import { openRejectedFile } from "./rejected-file";

const leadsOf = (db: Db) =>
  db
    .selectFrom("leads")
    .select(["firstName", "lastName", "email", "phone", "importRow", "status", "source"])
    .orderBy("id")
    .execute();

async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

describeOnEveryEngine("importing leads", (openTestDatabase, engine) => {
  it("brings a row in with its consent, its message and a line of its timeline", async () => {
    const { db } = await openTestDatabase();
    const { importAll, asKim, kim } = await buildImportDesk(db);
    const ended = await importAll(
      "Name;Mail;Tel;Message;Note;Came;Status;Reason;Owner;Language;Born\n" +
        `"Voss, Amara";AMARA@example.org;(312) 555-0142;"Please call\nafter six";From the stall;03/04/2026;Not interested;travel;${kim.email};Spanish;1968-03-04\n`,
      [
        ...(["name", "email", "phone", "message", "note", "created_at", "status"] as const),
        ...(["status_reason", "owner", "language", "birth_year"] as const),
      ],
    );
    expect(ended).toMatchObject({ state: "done", leadsMade: 1, rowsRejected: 0, rowsHere: 0 });
    const { rows } = await asKim.leads.list({});
    const [row] = rows;
    expect(row).toMatchObject({
      ...{ firstName: "Amara", lastName: "Voss", email: "AMARA@example.org", language: "es" },
      ...{ phone: "+13125550142", status: "declined", statusReason: "travel" },
      ...{ ownerId: kim.userId, createdAt: "2026-04-03T17:00:00.000Z" },
    });
    const leadId = row?.id ?? 0;
    const lead = await asKim.leads.get({ leadId });
    expect(lead).toMatchObject({ source: "import", birthYear: 1968 });
    expect(lead.submissions).toMatchObject([{ message: "Please call\nafter six" }]);
    expect(lead.consent?.givenAt).toBe("2026-08-15T17:00:00.000Z");
    expect(lead.consent?.text).toContain("Paper list of the open day");
    const [entry, ...more] = await asKim.leads.timeline({ leadId });
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      byName: "Kim Example",
      activity: { kind: "imported", row: 1, fileName: "open-day.csv", note: "From the stall" },
    });
  });

  it("reads what spreadsheets write: marks at the beginning, UTF-16, Windows letters, any delimiter", async () => {
    const { db } = await openTestDatabase();
    const { importAll } = await buildImportDesk(db);
    const table = (n: number, sign: string) =>
      ["First name", "Last name", "E-mail"].join(sign) +
      `\r\n${["Núria", "Peña", `n${n}@example.org`].join(sign)}\r\n`;
    const three: RowField[] = ["first_name", "last_name", "email"];
    const swapped = Buffer.from(`\ufeff${table(3, ",")}`, "utf16le").swap16();
    const files = [
      Buffer.from(`\ufeff${table(1, ";")}`),
      Buffer.from(`\ufeff${table(2, "\t")}`, "utf16le"),
      swapped,
      Buffer.from(table(4, "|"), "utf16le"),
      Buffer.from(table(5, ";"), "latin1"),
      Buffer.from(`sep=;\r\n${table(6, ";")}`),
    ];
    for (const file of files) expect((await importAll(file, three)).leadsMade).toBe(1);
    const names = (await leadsOf(db)).map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    expect(names).toEqual(files.map(() => "Núria Peña"));
  });

  it("puts every row of a hostile file in, or among the rejected ones with a reason", async () => {
    const { db } = await openTestDatabase();
    const { importAll, siteId, studyId, deps, kim } = await buildImportDesk(db);
    const known = await buildLead(db, { siteId, studyId, email: "known@example.org", phone: null });
    const ended = await importAll(
      header +
        person(1) +
        'Never,"closed,q@example.org,\n' +
        person(2) +
        `Large,${"x".repeat(1_200_000)},large@example.org,\n` +
        '=HYPERLINK("http://example.com"),Formula,formula@example.org,\n' +
        "Again,Family1,PERSON1@example.org,\n" +
        "Known,Already,Known@example.org,\n" +
        "\n,,,\n" +
        "No,Way,,12\n" +
        ",,nameless@example.org,\n" +
        "Bad,Mail,not-an-address,\n" +
        "Odd\u0000,\u0007Phone,odd@example.org,ask his wife 12345\n" +
        `${"L".repeat(101)},Long,long@example.org,\n` +
        person(3).trimEnd(),
      columns,
    );
    expect(ended).toMatchObject({ state: "done", leadsMade: 5, rowsHere: 1, rowsRejected: 7 });
    expect(ended.checked).toMatchObject({
      ...{ rows: 13, fine: 5 },
      refused: {
        ...{ quote_not_closed: 1, row_too_large: 1, same_as_row: 1, already_here: 1, no_name: 1 },
        ...{ no_way_to_reach: 1, not_an_email: 1, too_long: 1 },
      },
      remarks: { looks_like_formula: 1, phone_unread: 1 },
    });
    const leads = (await leadsOf(db)).filter(({ source }) => source === "import");
    expect(leads.map(({ firstName, importRow }) => [firstName, importRow])).toEqual([
      ["Given1", 1],
      ["Given2", 3],
      ['=HYPERLINK("http://example.com")', 5],
      ["Odd", 11],
      ["Given3", 13],
    ]);
    const text = await textOf(await openRejectedFile(deps, kim, ended.id));
    expect(text).toContain(`Already here as #${known.id}.`);
    expect(text).toContain("6,7,The same person as row 1.,Again,Family1,PERSON1@example.org,");
    expect(text.trimEnd().split("\r\n")).toHaveLength(9);
    // Nothing of the file is left on the disk.
    expect(readdirSync(deps.importsFolder ?? "")).toEqual([]);
  });

  it("counts any file out to the last row, as the trial run said", async () => {
    const { db } = await openTestDatabase();
    const { importAll } = await buildImportDesk(db);
    const cell = fc.constantFrom(
      "a",
      "Ann",
      '"',
      '""',
      '"x',
      "=1",
      "",
      "a@example.org",
      "555-0100 1",
    );
    const line = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(","));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const before = await leadsOf(db);
        const ended = await importAll(`${header}${person(1)}${lines.join("\n")}\n`, columns);
        const { leadsMade, rowsHere, rowsRejected, checked } = ended;
        expect(leadsMade + rowsHere + rowsRejected).toBe(checked?.rows);
        expect(leadsMade).toBe(checked?.fine);
        expect((await leadsOf(db)).length - before.length).toBe(leadsMade);
        const kept = await db
          .selectFrom("leadImportRejects")
          .select("row")
          .where("importId", "=", ended.id)
          .execute();
        expect(kept).toHaveLength(rowsHere + rowsRejected);
      }),
      { numRuns: engine === "sqlite" ? 12 : 4 },
    );
  });

  it("goes on where it was broken off, with no row twice and none left out", async () => {
    const { db } = await openTestDatabase();
    const { bring, asKim, planFor, work, deps } = await buildImportDesk(db);
    const count = 600;
    const people = Array.from(
      { length: count },
      (_, n) => `Given${n},Family${n},person${n}@example.org,\n`,
    );
    const file = await bring(header + people.join(""));
    const { importId } = file;
    await asKim.imports.check({ importId, plan: planFor(file, columns) });
    await work();
    await asKim.imports.start({ importId });
    // Each round is stopped by a fault amid a portion, as a kill would.
    let looks = 0;
    let rounds = 0;
    for (;;) {
      rounds += 1;
      const lastLook = looks + 2 + rounds * 2;
      const faulty = {
        ...deps,
        now: () => {
          looks += 1;
          if (looks > lastLook) throw new Error("The power went out.");
          return deps.now();
        },
      };
      const { runImport } = await import("./run-import");
      await runImport(faulty, importId, async () => true).catch(() => {});
      if ((await asKim.imports.get({ importId })).state === "done") break;
      expect(rounds).toBeLessThan(50);
    }
    expect(rounds).toBeGreaterThan(2);
    const rows = (await leadsOf(db)).map(({ importRow }) => importRow);
    expect(rows).toEqual(people.map((_, index) => index + 1));
    const ended = await asKim.imports.get({ importId });
    expect(ended).toMatchObject({ leadsMade: count, rowsRead: count, rowsRejected: 0 });
    await work();
    expect(await leadsOf(db)).toHaveLength(count);
  });

  it("lets two workers at the same import bring each row once", async () => {
    const { db } = await openTestDatabase();
    const { bring, asKim, planFor, work, deps } = await buildImportDesk(db);
    const people = Array.from({ length: 400 }, (_, n) => `G${n},F${n},p${n}@example.org,\n`);
    const file = await bring(header + people.join(""));
    const { importId } = file;
    await asKim.imports.check({ importId, plan: planFor(file, columns) });
    await work();
    await asKim.imports.start({ importId });
    const { runImport } = await import("./run-import");
    await Promise.all([1, 2].map(() => runImport(deps, importId, async () => true)));
    if ((await asKim.imports.get({ importId })).state !== "done") await work();
    expect(await leadsOf(db)).toHaveLength(400);
  });

  it("stops when it is told to, and keeps what came in", async () => {
    const { db } = await openTestDatabase();
    const { bring, asKim, planFor, work, importsFolder } = await buildImportDesk(db);
    const people = Array.from({ length: 120 }, (_, n) => `G${n},F${n},p${n}@example.org,\n`);
    const file = await bring(header + people.join(""));
    const { importId } = file;
    await asKim.imports.check({ importId, plan: planFor(file, columns) });
    await work();
    await asKim.imports.start({ importId });
    await asKim.imports.stop({ importId });
    await work();
    expect(await asKim.imports.get({ importId })).toMatchObject({
      ...{ state: "cancelled", problem: "stopped", leadsMade: 0 },
    });
    expect(readdirSync(importsFolder)).toEqual([]);
  });

  it("takes consent from a column, and refuses who did not give it", async () => {
    const { db } = await openTestDatabase();
    const { importAll } = await buildImportDesk(db);
    const ended = await importAll(
      "Name,E-mail,Consent\nAnn,a@example.org,2026-02-03\nBob,b@example.org,yes\n" +
        "Cyd,c@example.org,\nDan,d@example.org,no\nEve,e@example.org,perhaps\nFay,f@example.org,2027-01-01\n",
      ["name", "email", "consent"],
      { consent: { kind: "column", where: "Registry of volunteers", on: "2026-08-01" } },
    );
    expect(ended).toMatchObject({ leadsMade: 2, rowsRejected: 4 });
    expect(ended.checked?.refused).toEqual({ no_consent: 2, consent_unclear: 1, date_ahead: 1 });
    const consents = await db.selectFrom("consents").select("givenAt").orderBy("id").execute();
    expect(consents.map(({ givenAt }) => givenAt.slice(0, 10))).toEqual([
      "2026-02-03",
      "2026-08-01",
    ]);
  });

  it("offers the words of a status column that nobody has explained", async () => {
    const { db } = await openTestDatabase();
    const { importAll } = await buildImportDesk(db);
    const table = "Name,E-mail,Status\nAnn,a@example.org,Contacted\nBob,b@example.org,Ghosted\n";
    const first = await importAll(table, ["name", "email", "status"]);
    expect(first.checked).toMatchObject({ fine: 1, unknownStatuses: ["Ghosted"] });
    const second = await importAll(table, ["name", "email", "status"], {
      statuses: { ghosted: "could_not_reach" },
    });
    expect(second).toMatchObject({ leadsMade: 1, rowsHere: 1 });
    const statuses = await db
      .selectFrom("leads")
      .select(["status", "statusReason"])
      .orderBy("id")
      .execute();
    expect(statuses).toEqual([
      { status: "contacting", statusReason: null },
      { status: "could_not_reach", statusReason: "none_given" },
    ]);
  });

  it("remembers how a file of the same make was read", async () => {
    const { db } = await openTestDatabase();
    const { importAll, bring, asKim } = await buildImportDesk(db);
    await importAll(header + person(1), [null, "name", "email", null]);
    const { importId, encoding, delimiter } = await bring(header + person(2));
    const reading = { importId, encoding, delimiter, hasHeader: true };
    const { remembered, columns: seen } = await asKim.imports.preview(reading);
    expect(remembered?.columns).toEqual([null, "name", "email", null]);
    expect(seen.map(({ guess }) => guess)).toEqual(columns);
    expect(seen[2]?.cells).toEqual(["person2@example.org"]);
  });

  it("is told in the audit by ids and numbers, and sends no alert", async () => {
    const { db } = await openTestDatabase();
    const { importAll } = await buildImportDesk(db);
    const { id } = await importAll(header + person(1) + person(2), columns);
    const audit = await db.selectFrom("audit").select(["action", "subjectId", "details"]).execute();
    expect(audit.map(({ action }) => action)).toEqual([
      ...["import.uploaded", "import.started", "leads.imported", "import.done"],
    ]);
    expect(new Set(audit.map(({ subjectId }) => subjectId))).toEqual(new Set([String(id)]));
    expect(JSON.stringify(audit)).not.toMatch(/Given|person1|555-?01/);
    expect(await db.selectFrom("outbox").select("id").execute()).toEqual([]);
  });
});
