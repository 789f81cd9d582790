import { buildLead, buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import {
  type ScreeningLogFileInput,
  screeningLogFileInput,
} from "@studydesk/domain/reports/report";
import { describe, expect, it } from "vitest";
import { buildDeps } from "../testing/build-deps";
import { exportScreeningLog } from "./export-screening-log";

const at = "2026-08-30T12:00:00.000Z";

async function open() {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  const { id: siteId } = await buildSite(db, { name: "=HYPERLINK(1)" });
  const { id: otherSite } = await buildSite(db);
  const ines = await buildPerson(db, { role: "investigator", siteId });
  const studyId = await buildStudy(db);
  const lead = await buildLead(db, {
    ...{ siteId, studyId, screenedAt: at, decidedAt: at, studyConsentOn: "2026-08-31" },
    ...{ status: "screen_failure", statusReason: "medical_finding", screeningNumber: "+S-1" },
  });
  await buildLead(db, { siteId, studyId });
  await buildLead(db, { siteId: otherSite, studyId, screenedAt: at });
  const take = async (viewer: Viewer, input: Partial<ScreeningLogFileInput> = {}) => {
    const file = await exportScreeningLog(deps, viewer, screeningLogFileInput.parse(input));
    let text = "";
    for await (const piece of file.pieces) text += String(piece);
    return { ...file, text, lines: text.trimEnd().split("\r\n") };
  };
  const readAudit = () =>
    db.selectFrom("audit").select(["action", "actorId", "siteId", "details"]).execute();
  return { db, siteId, otherSite, studyId, ines, lead, take, readAudit };
}

describe("the screening log as a file", () => {
  it("holds the lines of the log, nothing that a spreadsheet would run, and nobody's name", async () => {
    const { take, ines, lead } = await open();
    const { fileName, contentType, text, lines } = await take(ines);
    expect([fileName, contentType]).toEqual([
      "screening-log-2026-09-01.csv",
      "text/csv; charset=utf-8",
    ]);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\ufeff"?Lead number"?,"?Screening number"?,"?Study"?,/);
    expect(lines[1]).toContain(String(lead.id));
    expect(lines[1]).toContain("Another medical finding");
    expect(lines[1]).toContain("'+S-1");
    expect(lines[1]).toContain("'=HYPERLINK(1)");
    expect(text).not.toMatch(/Amara|Voss|example\.org|555|Initials/);
    const named = await take(ines, { scope: "assessed", withInitials: true });
    expect(named.lines).toHaveLength(3);
    expect(named.lines[0]).toContain("Initials");
    expect(named.lines[1]).toMatch(/\bAV\b/);
  });

  it("leaves page by page, however long it is", async () => {
    const { db, take, ines, siteId, studyId } = await open();
    const { id: _, ...one } = await buildLead(db, { siteId, studyId, screenedAt: at });
    const more = Array.from({ length: 1_100 }, (__, index) => ({
      ...one,
      createdAt: new Date(Date.parse(at) + index).toISOString(),
    }));
    for (let start = 0; start < more.length; start += 100) {
      await db
        .insertInto("leads")
        .values(more.slice(start, start + 100))
        .execute();
    }
    const { lines } = await take(ines);
    expect(lines).toHaveLength(1 + 2 + 1_100);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it("is audited for the site: which log, by whom, of how many", async () => {
    const { take, ines, siteId, readAudit } = await open();
    await take(ines, { from: "2026-08-01" });
    const audit = await readAudit();
    expect(audit.map(({ action }) => action)).toEqual([
      "reports.log_export_begun",
      "reports.log_exported",
    ]);
    expect(audit[1]).toMatchObject({ actorId: ines.userId, siteId });
    expect(JSON.parse(String(audit[1]?.details))).toMatchObject({
      ...{ scope: "screened", withInitials: false, from: "2026-08-01", leads: 1 },
    });
  });

  it("is refused to an owner who works at no site, and to people of another site", async () => {
    const { db, take, ines, siteId, otherSite, readAudit } = await open();
    const codeOf = (call: Promise<unknown>) =>
      call.then(
        () => "taken",
        (error: unknown) => (error instanceof DomainError ? error.code : error),
      );
    const owner = await buildPerson(db, { isOwner: true });
    const wen = await buildPerson(db, { role: "admin", siteId: otherSite });
    expect(await codeOf(take(owner))).toBe("forbidden");
    expect(await codeOf(take(owner, { siteIds: [siteId] }))).toBe("not_found");
    expect(await codeOf(take(wen, { siteIds: [siteId] }))).toBe("not_found");
    expect(await codeOf(take(ines, { siteIds: [siteId, otherSite] }))).toBe("not_found");
    expect(await readAudit()).toEqual([]);
    // Of their own site they see their own line alone.
    expect((await take(wen)).lines).toHaveLength(2);
  });
});
