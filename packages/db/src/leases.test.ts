import { expect, it } from "vitest";
import { releaseLease, takeLease } from "./leases";
import { describeOnEveryEngine } from "./testing/every-engine";

const noon = new Date("2026-09-01T12:00:00.000Z");
const later = (ms: number) => new Date(noon.getTime() + ms);

describeOnEveryEngine("leases", (openTestDatabase) => {
  it("are held by one at a time, however many ask at once", async () => {
    const { db } = await openTestDatabase();
    const asked = await Promise.all(
      ["a", "b", "c", "d"].map((owner) =>
        takeLease(db, { name: "work", owner, now: noon, ms: 1000 }),
      ),
    );
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await takeLease(db, { name: "other work", owner: "b", now: noon, ms: 1000 })).toBe(true);
  });

  it("last longer when their holder asks again, and go to another at their end", async () => {
    const { db } = await openTestDatabase();
    const work = { name: "work", ms: 1000 };
    expect(await takeLease(db, { ...work, owner: "a", now: noon })).toBe(true);
    expect(await takeLease(db, { ...work, owner: "a", now: later(900) })).toBe(true);
    expect(await takeLease(db, { ...work, owner: "b", now: later(1100) })).toBe(false);
    expect(await takeLease(db, { ...work, owner: "b", now: later(1900) })).toBe(true);
    // Who comes back too late frees nothing of the next one's.
    await releaseLease(db, { name: "work", owner: "a" });
    expect(await takeLease(db, { ...work, owner: "a", now: later(2000) })).toBe(false);
    await releaseLease(db, { name: "work", owner: "b" });
    expect(await takeLease(db, { ...work, owner: "a", now: later(2000) })).toBe(true);
  });
});
