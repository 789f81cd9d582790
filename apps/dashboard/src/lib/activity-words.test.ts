import { describe, expect, it } from "vitest";
import { activityWords } from "./activity-words";

const now = new Date(2026, 10, 22, 14, 0);

describe("the timeline in words", () => {
  it("names outcome and channel, and keeps the note apart", () => {
    expect(
      activityWords(
        {
          kind: "contact_attempted",
          attemptId: 1,
          channel: "phone",
          outcome: "busy",
          note: "At 9",
        },
        now,
      ),
    ).toEqual({ what: "Busy · phone", note: "At 9" });
  });

  it("names both statuses, and the reason where there is one", () => {
    expect(
      activityWords(
        { kind: "status_changed", from: "contacting", to: "declined", reason: "travel" },
        now,
      ).what,
    ).toBe("Contacting to Declined: too far to travel");
  });

  it("tells a first message from a further one", () => {
    const received = { kind: "submission_received", submissionId: 1 } as const;
    expect(activityWords({ ...received, first: true }, now).what).toBe("Message came in");
    expect(activityWords({ ...received, first: false }, now).what).toBe("Wrote again");
  });

  it("says when the follow-up is, or that there is none any more", () => {
    const set = { kind: "follow_up_set", from: null, note: null } as const;
    const at = new Date(2026, 10, 23, 10, 12).toISOString();
    expect(activityWords({ ...set, to: at }, now).what).toBe("Follow-up tomorrow 10:12");
    expect(activityWords({ ...set, to: null }, now).what).toBe("Follow-up cleared");
  });

  it("tells what the person did by their own hand", () => {
    expect(
      activityWords({ kind: "preference_set", channel: "phone", hours: "morning" }, now).what,
    ).toBe("Wishes to be contacted: by phone, in the morning");
    expect(
      activityWords({ kind: "preference_set", channel: null, hours: null }, now).what,
    ).not.toContain("null");
    expect(activityWords({ kind: "consent_withdrawn" }, now).what).toMatch(/by the person/);
    expect(activityWords({ kind: "erased" }, now).what).toMatch(/the person’s request/);
  });

  it("names the new owner where the name is known, and never shows an id", () => {
    const change = { kind: "owner_changed", from: null, to: "u-1" } as const;
    expect(activityWords(change, now, () => "Mei").what).toBe("Given to Mei");
    expect(activityWords(change, now).what).not.toContain("u-1");
  });

  it("says what was replaced by what, in words, and nothing of it once the person is erased", () => {
    const changed = (
      changes: { fact: "language" | "email"; from: string | null; to: string | null }[],
    ) => activityWords({ kind: "fields_changed", changes }, now);
    expect(
      changed([
        { fact: "language", from: null, to: "es" },
        { fact: "email", from: "a@example.org", to: "b@example.org" },
      ]),
    ).toEqual({
      what: "Language and e-mail changed",
      note: null,
      diffs: [
        { label: "Language", from: null, to: "Spanish" },
        { label: "E-mail", from: "a@example.org", to: "b@example.org" },
      ],
    });
    expect(changed([{ fact: "email", from: null, to: null }]).diffs).toEqual([]);
  });
});
