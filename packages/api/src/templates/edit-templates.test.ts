import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDesk, refusalOf } from "../testing/build-desk";

const text = {
  name: "First word",
  language: "en",
  subject: "Hello {firstName}",
  body: "When may I call?",
};

describeOnEveryEngine("mail templates", (openTestDatabase) => {
  it("are written by admins and read by the site, each name once per language", async () => {
    const { db, deps, bo, kim, siteId } = await buildDesk((await openTestDatabase()).db);
    const asBo = buildCaller(deps, bo).templates;
    const asKim = buildCaller(deps, kim).templates;
    const english = await asBo.add({ siteId, ...text });
    await asBo.add({ siteId, ...text, language: "es", subject: "Hola, {firstName}" });
    expect(await refusalOf(asBo.add({ siteId, ...text }))).toMatchObject({
      code: "conflict",
      reason: "name_taken",
    });
    const listed = await asKim.list({ siteId });
    expect(listed.abilities).toEqual({ canEdit: false });
    expect(listed.templates.map(({ language }) => language)).toEqual(["en", "es"]);
    expect(await refusalOf(asKim.add({ siteId, ...text, name: "Mine" }))).toMatchObject({
      code: "forbidden",
    });

    const place = { templateId: english.id, expectedVersion: 1 };
    const changed = await asBo.update({ ...place, ...text, subject: "Good morning" });
    expect(changed).toMatchObject({ subject: "Good morning", version: 2 });
    expect(await refusalOf(asBo.update({ ...place, ...text }))).toMatchObject({
      code: "conflict",
      details: { currentVersion: 2 },
    });
    expect(
      await refusalOf(asBo.update({ ...place, expectedVersion: 2, ...text, language: "es" })),
    ).toMatchObject({ reason: "name_taken" });
    expect(await refusalOf(asBo.remove(place))).toMatchObject({ code: "conflict" });
    expect(await asBo.remove({ ...place, expectedVersion: 2 })).toMatchObject({
      subject: "Good morning",
    });
    expect((await asKim.list({ siteId })).templates).toHaveLength(1);
    const audit = await db.selectFrom("audit").selectAll().orderBy("sequence").execute();
    expect(audit.map(({ action }) => action)).toEqual([
      "template.added",
      "template.added",
      "template.changed",
      "template.removed",
    ]);
    expect(JSON.stringify(audit)).not.toMatch(/Hello|Good morning|First word/);
  });
});
