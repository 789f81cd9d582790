import type { Db } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine, openTestSqlite } from "@studydesk/db/testing/every-engine";
import { type ExportLeadsInput, exportLeadsInput } from "@studydesk/domain/exports/export-input";
import { defuseCell } from "@studydesk/domain/imports/defuse-cell";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import type { Deps } from "../deps";
import { buildDesk } from "../testing/build-desk";
import { exportLeads } from "./export-leads";

type Wanted = Partial<Parameters<typeof exportLeadsInput.parse>[0] & object>;

function inputOf(wanted: Wanted = {}): ExportLeadsInput {
  return exportLeadsInput.parse({
    format: "csv",
    selection: { kind: "matching", filters: {} },
    columns: ["name", "status", "phone", "arrived"],
    ...wanted,
  });
}

async function bytesOf(pieces: AsyncGenerator<string | Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  return Buffer.concat(parts);
}

async function rowsOf(
  deps: Deps,
  viewer: Parameters<typeof exportLeads>[1],
  wanted: Wanted = {},
): Promise<string[][]> {
  const { pieces } = await exportLeads(deps, viewer, inputOf(wanted));
  return parse(await bytesOf(pieces), { bom: true });
}

const auditOf = (db: Db) =>
  db
    .selectFrom("audit")
    .select(["action", "siteId", "actorId", "details"])
    .where("action", "like", "leads.export%")
    .orderBy("sequence")
    .execute();

describeOnEveryEngine("exporting leads", (openTestDatabase) => {
  it("tells of each lead what the view shows, in its order, in the site's time", async () => {
    const { db } = await openTestDatabase();
    const { deps, kim, siteId, lead } = await buildDesk(db);
    await buildLead(db, { siteId, firstName: "Bo", lastName: "Adams", status: "contacting" });
    expect(await rowsOf(deps, kim, { sort: "name", descending: false })).toEqual([
      ["Number", "First name", "Last name", "Status", "Reason", "Phone", "Arrived"],
      [
        String(lead.id + 1),
        "Bo",
        "Adams",
        "Contacting",
        "",
        "'+13125550142",
        "2026-09-01T07:00:00-05:00",
      ],
      [String(lead.id), "Amara", "Voss", "New", "", "'+13125550142", "2026-08-31T05:00:00-05:00"],
    ]);
  });

  it("holds exactly what the filters match, over many pages, without those taken out by hand", async () => {
    const { db } = await openTestDatabase();
    const { deps, kim, lead } = await buildDesk(db);
    const { id: _id, ...alike } = lead;
    for (const status of ["new", "contacting"] as const) {
      const firstNames = Array.from({ length: 550 }, (_, n) => `N${n}`);
      const rows = firstNames.map((firstName) => ({ ...alike, firstName, status }));
      await db.insertInto("leads").values(rows).execute();
    }
    const filters = { statuses: ["contacting"] };
    const [, ...rows] = await rowsOf(deps, kim, { selection: { kind: "matching", filters } });
    expect(rows).toHaveLength(550);
    expect(new Set(rows.map(([id]) => id)).size).toBe(550);
    const exceptIds = rows.slice(0, 3).map(([id]) => Number(id));
    const selection = { kind: "matching", filters, exceptIds };
    expect(await rowsOf(deps, kim, { selection })).toHaveLength(548);
  });

  it("takes out nothing of another site, and refuses whoever only looks at leads", async () => {
    const { db } = await openTestDatabase();
    const { deps, siteId, lead } = await buildDesk(db);
    const { id: elsewhere } = await buildSite(db);
    const foreign = await buildPerson(db, { role: "coordinator", siteId: elsewhere });
    const picked = { kind: "picked", leadIds: [lead.id] };
    for (const wanted of [{}, { selection: picked }]) {
      expect(await rowsOf(deps, foreign, wanted)).toHaveLength(1);
    }
    const looker = await buildPerson(db, { role: "investigator", siteId });
    const owner = await buildPerson(db, { isOwner: true });
    for (const viewer of [looker, owner]) {
      await expect(exportLeads(deps, viewer, inputOf())).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    // An investigator here and a coordinator elsewhere takes out what is theirs to work on.
    const both = {
      ...looker,
      roles: [...looker.roles, { siteId: elsewhere, role: "coordinator" as const }],
    };
    expect(await rowsOf(deps, both)).toHaveLength(1);
  });

  it("is audited for each site: who, what and how many, and nothing about anybody", async () => {
    const { db } = await openTestDatabase();
    const { deps, kim, siteId } = await buildDesk(db);
    const filters = { search: "Amara", statuses: ["new"] };
    await rowsOf(deps, kim, { selection: { kind: "matching", filters } });
    const rows = await auditOf(db);
    expect(rows.map(({ action }) => action)).toEqual(["leads.export_begun", "leads.exported"]);
    expect(rows.every((row) => row.siteId === siteId && row.actorId === kim.userId)).toBe(true);
    expect(JSON.parse(rows[1]?.details ?? "")).toEqual({
      ...{ format: "csv", columns: "name,status,phone,arrived", leads: 1 },
      filters: 'statuses=["new"] search',
    });
    expect(JSON.stringify(rows)).not.toContain("Amara");
  });

  it("leaves an erased person's cells empty", async () => {
    const { db } = await openTestDatabase();
    const { deps, kim, lead } = await buildDesk(db);
    const gone = { firstName: "", lastName: "", email: "", phone: null, phoneTyped: "" };
    await db
      .updateTable("leads")
      .set({ ...gone, erasedAt: deps.now().toISOString() })
      .where("id", "=", lead.id)
      .execute();
    const [, row] = await rowsOf(deps, kim, { columns: ["name", "email", "phone"] });
    expect(row).toEqual([String(lead.id), "", "", "", ""]);
  });
});

it("writes a sheet in which every cell is text, formulas too", async () => {
  const { db } = await openTestSqlite();
  const { deps, kim, siteId } = await buildDesk(db);
  await buildLead(db, { siteId, firstName: "=1+1", lastName: "<Öz>\u0001 & 李" });
  const { pieces, contentType } = await exportLeads(deps, kim, inputOf({ format: "xlsx" }));
  expect(contentType).toContain("spreadsheetml");
  const files = unzipSync(await bytesOf(pieces));
  const sheet = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet.match(/<row>/g)).toHaveLength(3);
  expect(sheet).toContain("'=1+1</t>");
  expect(sheet).toContain("&lt;Öz&gt; &amp; 李</t>");
  expect(sheet).not.toMatch(/<f>|<v>/);
  expect(Object.keys(files)).toContain("[Content_Types].xml");
});

it("lets no cell begin like a formula, and brings each back as it was", async () => {
  const { restoreCell } = await import("@studydesk/domain/imports/defuse-cell");
  const start = fc.constantFrom("=", "+", "-", "@", "\t", "\r", " =", "＝", "'", "'=", "a", "");
  fc.assert(
    fc.property(start, fc.string(), (first, rest) => {
      const defused = defuseCell(first + rest);
      expect(defused).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/u);
      if (!first.startsWith("'")) expect(restoreCell(defused)).toBe(first + rest);
    }),
  );
});
