import { findCurrentCriteria, listAskedCriteria } from "@studydesk/db/screening/criteria-queries";
import { findDraft } from "@studydesk/db/screening/version-queries";
import { findRegistryCheck } from "@studydesk/db/studies/registry-check-queries";
import { findStudyByNctId } from "@studydesk/db/studies/study-queries";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { DomainError } from "@studydesk/domain/errors";
import { expect, it } from "vitest";
import type { Deps } from "../deps";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { importStudy } from "./import-study";
import { linkStudySite } from "./link-study-site";
import type { RegistryAnswer } from "./registry";
import { syncStudy } from "./sync-study";

const nctId = "NCT99000077";

interface Told {
  title?: string;
  criteria?: string;
  lastUpdate?: string;
  status?: string;
  id?: string;
  versionHolder?: string;
}

const adults = "Inclusion Criteria:\n\n* Adult over 18\n\nExclusion Criteria:\n\n* Pregnant";

function recordText(told: Told = {}): string {
  return JSON.stringify({
    protocolSection: {
      identificationModule: { nctId: told.id ?? nctId, briefTitle: told.title ?? "Morning walks" },
      statusModule: {
        overallStatus: told.status ?? "RECRUITING",
        lastUpdatePostDateStruct: { date: told.lastUpdate ?? "2026-05-01" },
      },
      eligibilityModule: { eligibilityCriteria: told.criteria ?? adults },
    },
    derivedSection: { miscInfoModule: { versionHolder: told.versionHolder ?? "2026-08-31" } },
  });
}

describeOnEveryEngine("a study and the registry", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    let answer: RegistryAnswer = { ok: true, fileText: recordText() };
    const asked: string[] = [];
    const registry: Deps["registry"] = {
      syncHours: undefined,
      fetchRecord: async (id) => {
        asked.push(id);
        return answer;
      },
    };
    const deps = buildDeps(db, { registry });
    const site = await buildSite(db);
    const owner = await buildPerson(db, { isOwner: true, name: "Ada Example" });
    const admin = await buildPerson(db, { role: "admin", siteId: site.id });
    const [stored] = await importStudy(deps, null, { fileText: recordText() });
    const studyId = stored?.studyId ?? 0;
    await linkStudySite(deps, null, { studyId, siteId: site.id, locationId: null });
    return {
      ...{ db, deps, studyId, asked },
      texts: buildCaller(deps, owner).studyTexts,
      asOwner: buildCaller(deps, owner).studies,
      asAdmin: buildCaller(deps, admin).studies,
      says: (told: Told) => {
        answer = { ok: true, fileText: recordText(told) };
      },
      answers: (given: RegistryAnswer) => {
        answer = given;
      },
      rows: async () => ({
        studies: await db.selectFrom("studies").selectAll().execute(),
        revisions: await db.selectFrom("studyRevisions").selectAll().orderBy("id").execute(),
        versions: await db.selectFrom("criteriaVersions").select("number").execute(),
        audit: (await db.selectFrom("audit").select("action").execute()).map((row) => row.action),
        events: await db.selectFrom("events").selectAll().where("kind", "=", "study").execute(),
      }),
    };
  }

  it("takes over what changed, keeps a revision of it, and tells the open screens", async () => {
    const { deps, says, rows } = await build();
    const { events } = await rows();
    says({ title: "Evening walks" });
    expect(await syncStudy(deps, { nctId })).toMatchObject({
      result: "changed",
      changes: [{ field: "title", before: "Morning walks", after: "Evening walks" }],
      criteriaVersion: null,
    });
    const after = await rows();
    expect(after.studies[0]).toMatchObject({ title: "Evening walks", version: 2 });
    expect(after.revisions).toMatchObject([
      { source: "registry", byUserId: null, criteriaVersion: null },
    ]);
    expect(after.versions).toHaveLength(1);
    expect(after.audit.at(-1)).toBe("study.imported_again");
    expect(after.events).toHaveLength(events.length + 1);
  });

  it("makes a draft of changed criteria, names it in the revision, and leaves those in force", async () => {
    const { db, deps, studyId, says, rows } = await build();
    says({ criteria: adults.replace("18", "21") });
    expect(await syncStudy(deps, { nctId })).toMatchObject({ criteriaVersion: 2 });
    expect((await findCurrentCriteria(db, studyId))?.criteria[0]?.text).toBe("Adult over 18");
    const draft = await findDraft(db, studyId);
    expect(draft).toMatchObject({ number: 2, origin: "registry", publishedAt: null });
    const [first] = await listAskedCriteria(db, draft?.id ?? 0);
    expect(first).toMatchObject({ label: "I1", text: "Adult over 21", rule: { min: 21 } });
    expect((await rows()).revisions[0]?.criteriaVersion).toBe(2);
  });

  it("touches nothing that people here wrote for the study's page", async () => {
    const { db, deps, studyId, texts, says } = await build();
    const place = { studyId, language: "en" } as const;
    const { passages } = await texts.read(place);
    for (const { field, sourceSha256 } of passages) {
      const text = `Worded here: ${field}`;
      await texts.save({ ...place, field, sourceSha256, text, expectedVersion: null });
    }
    const written = () => db.selectFrom("studyTexts").selectAll().orderBy("id").execute();
    const before = await written();
    expect(before.length).toBeGreaterThan(1);
    says({ title: "Evening walks", criteria: adults.replace("18", "21") });
    expect(await syncStudy(deps, { nctId })).toMatchObject({ result: "changed" });
    await importStudy(deps, null, { fileText: recordText({ title: "Noon walks" }) });
    expect(await written()).toEqual(before);
  });

  it("leaves no trace of a record that changed in nothing that is shown", async () => {
    const { deps, says, rows } = await build();
    const before = await rows();
    says({ versionHolder: "2026-09-01" });
    expect(await syncStudy(deps, { nctId })).toMatchObject({ result: "unchanged" });
    const after = await rows();
    expect(after.revisions).toEqual([]);
    expect(after.audit).toEqual(before.audit);
    expect(after.events).toEqual(before.events);
    expect(after.studies[0]?.version).toBe(before.studies[0]?.version);
    // The record itself is the newest one.
    expect(after.studies[0]?.record).toContain("2026-09-01");
  });

  it("never goes backwards, and says so", async () => {
    const { db, deps, studyId, says, rows } = await build();
    const before = await rows();
    says({ title: "Old title", lastUpdate: "2026-04-30" });
    expect(await syncStudy(deps, { nctId })).toMatchObject({
      result: "not_taken",
      reason: "older",
    });
    expect(await rows()).toEqual(before);
    expect((await findRegistryCheck(db, studyId))?.problem).toContain("2026-05-01");
  });

  it("takes over nothing that is withheld, another study, or no study", async () => {
    const { deps, says, answers, rows } = await build();
    const before = await rows();
    const reasonNow = async () => {
      const outcome = await syncStudy(deps, { nctId });
      return outcome.result === "not_taken" ? outcome.reason : outcome.result;
    };
    says({ status: "WITHHELD" });
    expect(await reasonNow()).toBe("withheld");
    says({ id: "NCT99000078" });
    expect(await reasonNow()).toBe("not_understood");
    answers({ ok: true, fileText: "<html>Sign in to this network</html>" });
    expect(await reasonNow()).toBe("not_understood");
    answers({ ok: true, fileText: `[${recordText()},${recordText({ id: "NCT99000078" })}]` });
    expect(await reasonNow()).toBe("not_understood");
    answers({ ok: false, reason: "not_found", sentence: "There is no such study." });
    expect(await reasonNow()).toBe("not_found");
    expect(await rows()).toEqual(before);
  });

  it("compares without storing in a dry run, not even that somebody looked", async () => {
    const { db, deps, studyId, says, rows } = await build();
    const before = await rows();
    says({ title: "Evening walks" });
    const outcome = await syncStudy(deps, { nctId, isDryRun: true });
    expect(outcome).toMatchObject({ result: "changed", changes: [{ field: "title" }] });
    expect(await rows()).toEqual(before);
    expect(await findRegistryCheck(db, studyId)).toBeUndefined();
  });

  it("brings in a study that is not here yet", async () => {
    const { db, deps, says } = await build();
    says({ id: "NCT99000078" });
    expect(await syncStudy(deps, { nctId: "NCT99000078" })).toMatchObject({ result: "new" });
    expect(await findStudyByNctId(db, "NCT99000078")).toBeDefined();
  });

  it("shows the owner what the registry has, stores it only when told to, and only that", async () => {
    const { studyId, asOwner, asAdmin, says, rows } = await build();
    says({ title: "Evening walks" });
    const { found } = await asOwner.registry.check({ studyId });
    expect(found?.changes).toMatchObject([{ field: "title" }]);
    expect((await rows()).studies[0]?.title).toBe("Morning walks");
    // A site's admin sees that somebody looked, not what is the owner's to judge.
    expect(await asAdmin.registry.get({ studyId })).toMatchObject({
      found: null,
      problem: null,
      checkedAt: "2026-09-01T12:00:00.000Z",
      abilities: { check: false },
    });
    const sha256 = found?.sha256 ?? "";
    await expect(
      asOwner.registry.takeOver({ studyId, sha256: "0".repeat(64) }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await asOwner.registry.takeOver({ studyId, sha256 });
    expect((await rows()).studies[0]?.title).toBe("Evening walks");
    expect((await asOwner.registry.get({ studyId })).found).toBeNull();
    await expect(asOwner.registry.takeOver({ studyId, sha256 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const { rows: revisions } = await asAdmin.registry.revisions({ studyId });
    expect(revisions).toMatchObject([
      { byName: "Ada Example", source: "registry", titles: ["Title changed"], count: 1 },
    ]);
    const revisionId = revisions[0]?.id ?? 0;
    expect((await asAdmin.registry.revision({ revisionId })).changes).toMatchObject([
      { before: "Morning walks", after: "Evening walks" },
    ]);
  });

  it("forgets what it found once a file brought the same", async () => {
    const { deps, studyId, asOwner, says } = await build();
    says({ title: "Evening walks" });
    const { found } = await asOwner.registry.check({ studyId });
    await importStudy(deps, null, { fileText: recordText({ title: "Evening walks" }) });
    expect((await asOwner.registry.get({ studyId })).found).toBeNull();
    await expect(
      asOwner.registry.takeOver({ studyId, sha256: found?.sha256 ?? "" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("keeps what it found when the next look fails, and shows why that one did", async () => {
    const { studyId, asOwner, says, answers } = await build();
    says({ title: "Evening walks" });
    await asOwner.registry.check({ studyId });
    const sentence = "clinicaltrials.gov was not reached from this machine (ENOTFOUND).";
    answers({ ok: false, reason: "not_reached", sentence });
    expect(await asOwner.registry.check({ studyId })).toMatchObject({
      problem: sentence,
      found: { changes: [{ field: "title" }] },
    });
  });

  it("pages through a long history, newest first", async () => {
    const { deps, studyId, asOwner, says } = await build();
    for (let count = 1; count <= 23; count += 1) {
      says({ title: `Title ${count}` });
      await syncStudy(deps, { nctId });
    }
    const first = await asOwner.registry.revisions({ studyId });
    expect(first.rows).toHaveLength(20);
    const rest = await asOwner.registry.revisions({
      studyId,
      cursor: first.nextCursor,
    });
    expect(rest.rows).toHaveLength(3);
    expect(rest.nextCursor).toBeNull();
    const ids = [...first.rows, ...rest.rows].map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  });

  it("refuses a file that was compared with a study which changed since", async () => {
    const { deps, rows } = await build();
    await importStudy(deps, null, { fileText: recordText({ title: "Evening walks" }) });
    const stale = importStudy(deps, null, {
      fileText: recordText({ title: "Noon walks" }),
      expectedVersions: { [nctId]: 1 },
    });
    await expect(stale).rejects.toMatchObject({ code: "conflict", reason: "stale_version" });
    const newer = { fileText: recordText({ title: "X" }), expectedVersions: { [nctId]: null } };
    await expect(importStudy(deps, null, newer)).rejects.toBeInstanceOf(DomainError);
    expect((await rows()).studies[0]?.title).toBe("Evening walks");
  });

  it("lets imports that come at once go one after the other, in the one draft that there is", async () => {
    const { deps, rows } = await build();
    const files = [19, 20, 21, 22].map((age) =>
      recordText({ criteria: adults.replace("18", `${age}`) }),
    );
    const [fileText = ""] = files;
    await Promise.all(
      [...files, fileText].map((text) => importStudy(deps, null, { fileText: text })),
    );
    const { versions, revisions } = await rows();
    const numbers = versions.map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual([1, 2]);
    expect(new Set(revisions.map(({ criteriaVersion }) => criteriaVersion))).toEqual(new Set([2]));
  });
});
