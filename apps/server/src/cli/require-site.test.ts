import { buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { requireSite } from "./require-site";

describeOnEveryEngine("the site that a command means", (openTestDatabase) => {
  it("is found by number or name, and of two with one name the numbers are told", async () => {
    const { db } = await openTestDatabase();
    const first = await buildSite(db, { name: "Example Hospital" });
    expect((await requireSite(db, "Example Hospital")).id).toBe(first.id);
    const second = await buildSite(db, { name: "Example Hospital" });
    expect((await requireSite(db, String(second.id))).id).toBe(second.id);
    const which = new RegExp(`: ${first.id} \\(.+\\), ${second.id} \\(.+\\)\\.$`);
    await expect(requireSite(db, "Example Hospital")).rejects.toThrow(which);
    await expect(requireSite(db, "Nowhere")).rejects.toMatchObject({ code: "not_found" });
  });
});
