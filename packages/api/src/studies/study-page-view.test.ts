import { ensureConsentText } from "@studydesk/db/submissions/consent-text-queries";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { firstConsentTexts } from "@studydesk/domain/leads/consent";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { buildRecruitingStudy } from "../testing/build-recruiting-study";
import { readRecruitingStudies } from "./read-recruiting-studies";
import { getStudyPage } from "./study-page-view";

describeOnEveryEngine("a study for anybody to see", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    return { db, deps: buildDeps(db) };
  }

  it("shows the registry's facts and nothing that was kept for checking the import", async () => {
    const { deps } = await build();
    const { nctId } = await buildRecruitingStudy(deps);
    const { page } = await getStudyPage(deps, nctId, "en");
    expect(page).toMatchObject({
      nctId,
      title: "A study of morning walks",
      overallStatus: "RECRUITING",
      conditions: ["Poor sleep"],
      minimumAge: { value: 18, unit: "years" },
      contacts: [{ name: "Study Contact" }],
      recruitingSites: [],
    });
    expect(page.criteria.criteria.map(({ label, text }) => [label, text])).toEqual([
      ["I1", "Sleeps badly"],
      ["E1", "Works at night"],
    ]);
    for (const hidden of ["leftovers", "criteriaText", "locations", "officials"]) {
      expect(page).not.toHaveProperty(hidden);
    }
    for (const unknown of ["NCT00000000", "", "\0", "NCT99000001\0", "'", "🌻".repeat(5000)]) {
      await expect(getStudyPage(deps, unknown, "en")).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("lists our centres first, each place once, and takes messages only where one recruits", async () => {
    const { db, deps } = await build();
    const first = await buildSite(db, { name: "B Clinic", promiseHours: 48 });
    const second = await buildSite(db, { name: "A Clinic" });
    const { nctId, studyId } = await buildRecruitingStudy(deps, { siteIds: [first.id, second.id] });
    const ours = {
      isOurs: true,
      takesMessages: true,
      city: "Springfield",
      country: "United States",
    } as const;
    const listed = { isOurs: false, name: "Springfield General", city: "Springfield" } as const;
    const both = await getStudyPage(deps, nctId, "en");
    expect(both.page.centres).toEqual([
      { ...ours, siteId: second.id, name: "A Clinic" },
      { ...ours, siteId: first.id, name: "B Clinic" },
      { ...listed, country: "USA" },
    ]);
    await db
      .updateTable("studySites")
      .set({ recruiting: "paused" })
      .where("siteId", "=", second.id)
      .execute();
    const { page, sites } = await getStudyPage(deps, nctId, "en");
    expect(page.centres.map(({ name }) => name)).toEqual(["B Clinic", "Springfield General"]);
    expect(page.recruitingSites).toEqual([
      { id: first.id, name: "B Clinic", city: "Springfield", promiseHours: 48 },
    ]);
    expect(sites.map(({ name }) => name)).toEqual(["A Clinic", "B Clinic"]);

    const location = await db
      .selectFrom("studyLocations")
      .select("id")
      .where("studyId", "=", studyId)
      .executeTakeFirstOrThrow();
    await db
      .updateTable("studyLocations")
      .set({ lat: 39.8, lon: -89.6 })
      .where("id", "=", location.id)
      .execute();
    await db
      .updateTable("studySites")
      .set({ locationId: location.id })
      .where("siteId", "=", first.id)
      .execute();
    const linked = await getStudyPage(deps, nctId, "en");
    expect(linked.page.centres).toEqual([
      { ...ours, siteId: first.id, name: "B Clinic", lat: 39.8, lon: -89.6 },
    ]);
  });

  it("still says where a study that ended took place, and that nobody is written to", async () => {
    const { db, deps } = await build();
    const site = await buildSite(db);
    const { nctId } = await buildRecruitingStudy(deps, {
      overallStatus: "COMPLETED",
      siteIds: [site.id],
    });
    await db.updateTable("studySites").set({ recruiting: "closed" }).execute();
    const { page } = await getStudyPage(deps, nctId, "en");
    expect(page.centres[0]).toMatchObject({ isOurs: true, takesMessages: false });
    expect(page.recruitingSites).toEqual([]);
  });

  it("says how soon a site really answers, as soon as five wrote, and never whom", async () => {
    const { db, deps } = await build();
    const site = await buildSite(db);
    const { nctId, studyId } = await buildRecruitingStudy(deps, { siteIds: [site.id] });
    const now = deps.now().getTime();
    const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
    const usual = async () =>
      (await getStudyPage(deps, nctId, "en")).page.recruitingSites[0]?.usualAnswerHours;
    const write = (firstContactAt: string | null, createdAt = hoursAgo(100)) =>
      buildLead(db, { siteId: site.id, studyId, createdAt, firstContactAt });
    for (const waited of [2, 4, 6]) await write(hoursAgo(100 - waited));
    await write(null);
    await write(hoursAgo(60 * 24), hoursAgo(61 * 24));
    expect(await usual()).toBeUndefined();
    await write(null);
    expect(await usual()).toBe(6);
    await write(null);
    await write(null);
    expect(await usual()).toBeUndefined();
  });

  it("shows one stored wording of the consent, made once however many ask at first", async () => {
    const { db, deps } = await build();
    const { nctId, studyId } = await buildRecruitingStudy(deps);
    const pages = await Promise.all([1, 2, 3, 4, 5].map(() => getStudyPage(deps, nctId, "en")));
    const stored = await db.selectFrom("consentTexts").selectAll().execute();
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ studyId: null, language: "en", text: firstConsentTexts.en });
    expect(new Set(pages.map(({ page }) => page.consentText.id))).toEqual(new Set([stored[0]?.id]));

    const at = deps.now().toISOString();
    for (const [number, text] of [
      [1, "First of its own"],
      [2, "Second of its own"],
    ] as const) {
      await db
        .insertInto("consentTexts")
        .values({ studyId, language: "en", number, text, createdAt: at })
        .execute();
    }
    expect((await ensureConsentText(db, studyId, "en", at)).text).toBe("Second of its own");
    const other = await buildRecruitingStudy(deps, { nctId: "NCT99000002" });
    expect((await ensureConsentText(db, other.studyId, "en", at)).text).toBe(firstConsentTexts.en);
  });

  it("speaks in the study team's wordings of the reader's language, and says what is English", async () => {
    const { db, deps } = await build();
    const site = await buildSite(db);
    const { nctId, studyId } = await buildRecruitingStudy(deps, { siteIds: [site.id] });
    const owner = await buildPerson(db, { isOwner: true });
    const { studyTexts } = buildCaller(deps, owner);
    const place = { studyId, language: "es" } as const;
    const { passages } = await studyTexts.read(place);
    for (const { field, label, sourceSha256 } of passages) {
      if (field === "summary") continue;
      const text = field === "title" ? "Paseos por la mañana" : `Texto ${label ?? field}`;
      await studyTexts.save({ ...place, field, sourceSha256, text, expectedVersion: null });
    }
    const items = [{ question: "¿Hay aparcamiento?", answer: "Sí." }];
    await studyTexts.saveFaqs({ ...place, items, expectedVersion: null });

    const { page } = await getStudyPage(deps, nctId, "es");
    expect(page).toMatchObject({
      title: "Paseos por la mañana",
      inEnglish: ["summary"],
      wordedHere: ["title", "conditions", "criteria"],
      faqs: items,
    });
    expect(page.criteria.criteria.map(({ text }) => text)).toEqual(["Texto I1", "Texto E1"]);
    const [listed] = (await readRecruitingStudies(deps, "es")).studies;
    expect(listed).toMatchObject({ title: "Paseos por la mañana", inEnglish: [] });
    for (const language of ["en", "zh"] as const) {
      const other = (await getStudyPage(deps, nctId, language)).page;
      expect(other.title).toBe("A study of morning walks");
      expect(other).not.toHaveProperty("faqs");
      expect((await readRecruitingStudies(deps, language)).studies[0]?.title).toBe(other.title);
    }
  });

  it("lists the studies that take messages, newest first, page by page", async () => {
    const { db, deps } = await build();
    const site = await buildSite(db);
    for (let n = 10; n < 62; n += 1) {
      await buildRecruitingStudy(deps, { nctId: `NCT990000${n}`, siteIds: [site.id] });
    }
    await buildRecruitingStudy(deps, { nctId: "NCT99000090" });
    await buildRecruitingStudy(deps, {
      nctId: "NCT99000091",
      overallStatus: "COMPLETED",
      siteIds: [site.id],
    });
    const first = await readRecruitingStudies(deps, "en");
    expect(first.studies).toHaveLength(50);
    expect(first.studies[0]).toMatchObject({
      nctId: "NCT99000061",
      sites: [{ name: site.name, city: site.city }],
    });
    const rest = await readRecruitingStudies(deps, "en", first.nextBefore);
    expect(rest.studies.map(({ nctId }) => nctId)).toEqual(["NCT99000011", "NCT99000010"]);
    expect(rest.nextBefore).toBeUndefined();
  });
});
