import { describe, expect, it } from "vitest";
import type { LeadRow } from "./lead-types";
import { foreseeContact } from "./use-log-contact";

const now = new Date("2026-11-22T12:00:00.000Z");
const me = { userId: "ada", name: "Ada Lind" };
const fresh: LeadRow = {
  id: 7,
  firstName: "Amara",
  lastName: "Voss",
  language: "es",
  status: "new",
  statusSince: "2026-11-21T10:00:00.000Z",
  statusReason: null,
  studyId: 1,
  studyTitle: "A study",
  siteId: 1,
  siteName: "A site",
  ownerId: null,
  ownerName: null,
  attemptCount: 0,
  lastAttemptAt: null,
  firstContactAt: null,
  followUpAt: null,
  followUpNote: "ask about medicines",
  createdAt: "2026-11-21T10:00:00.000Z",
  phone: "+12025550143",
  email: "amara@example.org",
  doNotContact: false,
  isPastPromise: true,
  version: 1,
};

describe("what a logged call is expected to do", () => {
  it("moves a new lead on, gives it to the caller and sets the usual next try", () => {
    expect(foreseeContact(fresh, { outcome: "no_answer" }, me, now)).toMatchObject({
      status: "contacting",
      ownerId: "ada",
      attemptCount: 1,
      firstContactAt: null,
      followUpAt: "2026-11-23T08:00:00.000Z",
      followUpNote: "ask about medicines",
    });
  });

  it("takes the chosen time, and none when none was wanted", () => {
    const chosen = "2026-12-01T09:00:00.000Z";
    const at = (nextTryAt: string | null) =>
      foreseeContact(fresh, { outcome: "busy", nextTryAt }, me, now).followUpAt;
    expect(at(chosen)).toBe(chosen);
    expect(at(null)).toBeNull();
  });

  it("notes that the two have spoken, and leaves somebody else's lead with them", () => {
    const owned: LeadRow = { ...fresh, status: "pre_screening", ownerId: "mei", ownerName: "Mei" };
    const seen = foreseeContact(owned, { outcome: "reached" }, me, now);
    expect(seen.firstContactAt).toBe(now.toISOString());
    expect(seen).not.toHaveProperty("status");
    expect(seen).not.toHaveProperty("ownerId");
  });

  it("plans nothing for somebody who asked for silence", () => {
    const asked = { outcome: "do_not_contact", nextTryAt: "2026-12-01T09:00:00.000Z" } as const;
    expect(foreseeContact(fresh, asked, me, now)).toMatchObject({
      doNotContact: true,
      followUpAt: null,
    });
  });
});
