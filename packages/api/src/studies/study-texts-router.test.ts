import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { defaultFaqs } from "@studydesk/domain/studies/default-faqs";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { buildRecruitingStudy } from "../testing/build-recruiting-study";
import { importStudy } from "./import-study";

const recordWith = (criterion: string, summary: string) =>
  JSON.stringify({
    protocolSection: {
      identificationModule: { nctId: "NCT99000001", briefTitle: "A study of morning walks" },
      statusModule: { overallStatus: "RECRUITING" },
      descriptionModule: { briefSummary: summary },
      eligibilityModule: { eligibilityCriteria: `Inclusion Criteria:\n\n* ${criterion}` },
    },
  });

describeOnEveryEngine("the texts of a study's page", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const site = await buildSite(db);
    const admin = await buildPerson(db, { role: "admin", siteId: site.id, name: "Ada Admin" });
    const owner = await buildPerson(db, { isOwner: true });
    const { studyId } = await buildRecruitingStudy(deps, { siteIds: [site.id] });
    const texts = buildCaller(deps, admin).studyTexts;
    const place = { studyId, language: "es" } as const;
    const read = () => texts.read(place);
    const passageOf = async (label: string) => {
      const { passages } = await read();
      const found = passages.find((each) => each.label === label || each.field === label);
      if (!found) throw new Error(`There is no passage ${label}.`);
      return found;
    };
    /** Words one passage from what the screen shows of it now. */
    const word = async (label: string, text: string, expectedVersion: number | null = null) => {
      const { field, sourceSha256 } = await passageOf(label);
      await texts.save({ ...place, field, sourceSha256, text, expectedVersion });
    };
    const audit = () =>
      db
        .selectFrom("audit")
        .select(["action", "actorId", "subject", "siteId", "details"])
        .where("subject", "=", "study")
        .orderBy("sequence")
        .execute();
    return { db, deps, admin, owner, studyId, texts, place, read, passageOf, word, audit };
  }

  it("stand beside the registry's, passage by passage, with who wrote them", async () => {
    const { read, word, passageOf, audit, admin } = await build();
    const before = await read();
    expect(before.passages.map(({ label, field, state }) => [label ?? field, state])).toEqual([
      ["title", "missing"],
      ["summary", "missing"],
      ["conditions", "missing"],
      ["I1", "missing"],
      ["E1", "missing"],
    ]);
    await word("I1", "Duerme mal");
    expect(await passageOf("I1")).toMatchObject({
      state: "current",
      source: "Sleeps badly",
      wording: { text: "Duerme mal", version: 1, updatedByName: "Ada Admin", label: "I1" },
    });
    const { progress } = await read();
    expect(progress).toEqual([
      { language: "en", all: 5, worded: 0, changed: 0 },
      { language: "es", all: 5, worded: 1, changed: 0 },
      { language: "zh", all: 5, worded: 0, changed: 0 },
      { language: "ar", all: 5, worded: 0, changed: 0 },
    ]);
    const last = (await audit()).at(-1);
    expect(last).toMatchObject({ action: "study.worded", actorId: admin.userId, siteId: null });
    expect(JSON.stringify(last)).not.toContain("Duerme");
  });

  it("are never overwritten by a second person, nor removed behind their back", async () => {
    const { texts, place, word, passageOf } = await build();
    await word("title", "Paseos");
    await expect(word("title", "Caminatas")).rejects.toMatchObject({ code: "CONFLICT" });
    await word("title", "Caminatas", 1);
    await expect(word("title", "Paseos otra vez", 1)).rejects.toMatchObject({ code: "CONFLICT" });
    const removal = { ...place, field: "title" } as const;
    await expect(texts.remove({ ...removal, expectedVersion: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect((await passageOf("title")).wording?.text).toBe("Caminatas");
    await texts.remove({ ...removal, expectedVersion: 2 });
    expect((await passageOf("title")).state).toBe("missing");
    await expect(texts.remove({ ...removal, expectedVersion: 2 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("survive an import: a summary is flagged, a changed criterion's wording is laid aside", async () => {
    const { deps, texts, place, word, read, passageOf } = await build();
    await importStudy(deps, null, {
      fileText: recordWith("Aged 18 to 65", "Walks of 30 minutes."),
    });
    await word("summary", "Paseos de 30 minutos.");
    await word("I1", "De 18 a 65 años");
    const old = await passageOf("I1");
    await importStudy(deps, null, {
      fileText: recordWith("Aged 18 to 75", "Walks of 45 minutes."),
    });
    expect(await passageOf("summary")).toMatchObject({
      state: "registry_changed",
      wording: { text: "Paseos de 30 minutos.", source: "Walks of 30 minutes." },
    });
    expect(await passageOf("I1")).toMatchObject({
      state: "missing",
      wording: null,
      earlier: { text: "De 18 a 65 años", source: "Aged 18 to 65" },
    });
    expect((await read()).leftOver.map(({ text }) => text)).toEqual(["De 18 a 65 años"]);
    // Whoever still had the old text before them does not word the new one.
    const { field, sourceSha256 } = old;
    await expect(
      texts.save({ ...place, field, sourceSha256, text: "De 18 a 66 años", expectedVersion: 1 }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await importStudy(deps, null, {
      fileText: recordWith("Aged 18 to 65", "Walks of 45 minutes."),
    });
    expect(await passageOf("I1")).toMatchObject({ state: "current", earlier: null });
  });

  it("refuse what says nothing, and fields that are none", async () => {
    const { texts, place, passageOf } = await build();
    const { field, sourceSha256 } = await passageOf("title");
    const wording = { ...place, field, sourceSha256, expectedVersion: null };
    for (const text of ["", "  \n ", "\u200b\u200d", "x".repeat(30_001), "a\0b"]) {
      await expect(texts.save({ ...wording, text })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
    await expect(
      texts.save({ ...wording, text: "x", field: "criteria.0000000000000000" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("have common questions of their own, or the general ones again", async () => {
    const { texts, place, read } = await build();
    expect((await read()).faqs).toEqual({ own: null, general: defaultFaqs.es });
    const items = [{ question: "¿Hay aparcamiento?", answer: "Sí.\n\nDetrás." }];
    await texts.saveFaqs({ ...place, items, expectedVersion: null });
    expect((await read()).faqs.own).toMatchObject({ items, version: 1 });
    await expect(
      texts.saveFaqs({ ...place, items: [], expectedVersion: null }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await texts.saveFaqs({ ...place, items: [], expectedVersion: 1 });
    expect((await read()).faqs.own?.items).toEqual([]);
    await texts.resetFaqs({ ...place, expectedVersion: 2 });
    expect((await read()).faqs.own).toBeNull();
  });

  it("have consent wordings that are never changed: a new one is a new row", async () => {
    const { db, texts, place, read, studyId } = await build();
    const general = (await read()).consent;
    expect(general).toMatchObject({ own: [], ownLanguages: [], inForce: { number: 1 } });
    const publish = (text: string, expectedNumber: number) =>
      texts.publishConsent({ ...place, text, expectedNumber });
    const first = await publish("El centro puede llamarme por teléfono.", 0);
    const second = await publish("El centro puede llamarme o escribirme.", 1);
    expect([first.number, second.number]).toEqual([1, 2]);
    await expect(publish("Otra redacción que nadie ha visto.", 1)).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const { consent } = await read();
    expect(consent.inForce).toEqual(second);
    expect(consent.own.map(({ id, text }) => [id, text])).toEqual([
      [second.id, second.text],
      [first.id, first.text],
    ]);
    expect(consent.ownLanguages).toEqual(["es"]);
    const rows = await db
      .selectFrom("consentTexts")
      .select(["number", "text"])
      .where("studyId", "=", studyId)
      .orderBy("id")
      .execute();
    expect(rows.map(({ text }) => text)).toEqual([first.text, second.text]);
  });

  it("give one number to one of two wordings published at once", async () => {
    const { texts, place, read } = await build();
    const tries = await Promise.allSettled(
      ["una", "dos", "tres"].map((word) =>
        texts.publishConsent({ ...place, text: `Redacción número ${word}.`, expectedNumber: 0 }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await read()).consent.own).toHaveLength(1);
  });
});
