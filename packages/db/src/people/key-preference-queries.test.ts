import { expect, it } from "vitest";
import { buildPerson, buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { findKeyPreference, saveKeyPreference } from "./key-preference-queries";

describeOnEveryEngine("a person's own keys", (openTestDatabase) => {
  it("are kept per person, the newest alone", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const kim = await buildPerson(db, { role: "coordinator", siteId });
    const bo = await buildPerson(db, { role: "coordinator", siteId });
    expect(await findKeyPreference(db, kim.userId)).toBeUndefined();
    await saveKeyPreference(db, kim.userId, { isOff: true, changes: {} });
    await saveKeyPreference(db, kim.userId, { isOff: false, changes: { j: "n", n: "j" } });
    expect(await findKeyPreference(db, kim.userId)).toEqual({
      isOff: false,
      changes: { j: "n", n: "j" },
    });
    expect(await findKeyPreference(db, bo.userId)).toBeUndefined();
  });
});
