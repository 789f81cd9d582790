import { describe, expect, it } from "vitest";
import { claimReminder, type Shared } from "./claim-reminder";

const key = "1042@2026-09-01T12:00:00.000Z";
const now = Date.parse("2026-09-01T12:00:01.000Z");
const day = 24 * 3_600_000;

function openBrowser(kept = new Map<string, string>()) {
  const shared: Shared = {
    storage: () => ({
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, text) => void kept.set(name, text),
      removeItem: (name) => void kept.delete(name),
      key: (index) => [...kept.keys()][index] ?? null,
      length: kept.size,
    }),
  };
  return { kept, shared };
}

describe("a reminder in several tabs", () => {
  it("is said by the first that claims it, and each time of a lead by itself", async () => {
    const { shared } = openBrowser();
    const said = await Promise.all([1, 2, 3].map(() => claimReminder(key, shared, now)));
    expect(said).toEqual([true, false, false]);
    expect(await claimReminder("1042@2026-09-02T09:00:00.000Z", shared, now)).toBe(true);
  });

  it("is claimed under the browser's lock where there is one", async () => {
    const { shared } = openBrowser();
    const { locks } = navigator;
    const said = await Promise.all(
      [1, 2, 3].map(() => claimReminder(key, { ...shared, locks }, now)),
    );
    expect(said.filter(Boolean)).toHaveLength(1);
  });

  it("is forgotten after a day, and nothing else that the browser keeps is", async () => {
    const { kept, shared } = openBrowser(new Map([["studydesk.theme", "1"]]));
    await claimReminder(key, shared, now);
    await claimReminder("7@later", shared, now + day);
    expect([...kept.keys()]).toContain(`studydesk.reminded.${key}`);
    await claimReminder("8@later", shared, now + day + 1);
    expect([...kept.keys()].toSorted()).toEqual([
      "studydesk.reminded.7@later",
      "studydesk.reminded.8@later",
      "studydesk.theme",
    ]);
  });

  it("is said in every tab of a browser that keeps nothing", async () => {
    const storage = (): never => {
      throw new DOMException("Denied", "SecurityError");
    };
    expect(await claimReminder(key, { storage }, now)).toBe(true);
    expect(await claimReminder(key, { storage }, now)).toBe(true);
  });
});
