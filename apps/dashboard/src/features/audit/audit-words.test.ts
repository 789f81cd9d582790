import { describe, expect, it } from "vitest";
import { type AuditRow, actionWords, subjectWords } from "./audit-words";
import { detailWords } from "./detail-words";
import { whoWords } from "./who-words";

const row = (overrides: Partial<AuditRow>): AuditRow => ({
  sequence: 7,
  at: "2026-09-01T12:00:00.000Z",
  actorId: "kim",
  action: "lead.status_changed",
  subject: "lead",
  subjectId: "123",
  siteId: 1,
  details: {},
  network: "192.0.2.0/24",
  sha256: "a".repeat(64),
  ...overrides,
});

describe("the words of the audit trail", () => {
  it("say what was done, and name a new action by its own name", () => {
    expect(actionWords("lead.status_changed")).toBe("Changed the status");
    expect(actionWords("backup.made_by_hand")).toBe("Backup made by hand");
  });

  it("name leads by number, people of the team by name, and nobody unknown", () => {
    expect(subjectWords(row({}), {})).toBe("Lead 123");
    const person = row({ subject: "person", subjectId: "kim" });
    expect(subjectWords(person, { kim: "Kim Example" })).toBe("Kim Example");
    expect(subjectWords(person, {})).toBe("Somebody unknown");
  });

  it("say from what to what, why, and the rest", () => {
    const details = { from: "new", to: "contacting", reason: "person_asked", attemptId: 12 };
    const said = detailWords(row({ details }), {});
    expect(said).toMatchObject({ change: "New → Contacting", more: "Attempt 12" });
    expect(said.why).not.toContain("_");
    const given = { from: null, to: "kim" };
    expect(detailWords(row({ details: given }), { kim: "Kim Example" })).toEqual({
      ...{ change: "nothing → Kim Example", why: null, more: null },
    });
    const times = { from: "2026-09-01T12:00:00.000Z", to: null };
    expect(detailWords(row({ details: times }), {}).change).toBe("2026-09-01 12:00 UTC → nothing");
  });

  it("say counts as sentences do, and leave out what another column says", () => {
    const more = (details: AuditRow["details"]) => detailWords(row({ details }), {}).more;
    expect(more({ left: 9 })).toBe("9 recovery codes are left");
    expect(more({ sessions: 0, holds: 1, shares: 2 })).toBe(
      "No session ended, 1 lead in hand was let go, 2 shares ended",
    );
    expect(more({ isEncrypted: false, bytes: 1_500_000 })).toBe("Not encrypted, 1.5 MB");
    expect(more({ by: "command", again: false })).toBe(null);
    expect(more({ somethingNew: 3 })).toBe("Something new 3");
    expect(more({ role: "admin", language: "ar" })).toBe("As admin, in Arabic");
    expect(more({ closedFrom: null, closedTo: 12 })).toBe(
      "Kept after closing, from then on: 12 months",
    );
  });

  it("say who it was where nobody was signed in", () => {
    const who = (action: string, details: AuditRow["details"] = {}) =>
      whoWords(row({ actorId: null, action, details }), {});
    expect(who("lead.data_copied")).toBe("The person, on their status page");
    expect(who("lead.data_copied", { by: "command" })).toBe("At the command line");
    expect(who("lead.erased", { runId: 4 })).toBe("The server by itself");
    expect(who("share.opened")).toBe("Whoever had the link");
    expect(whoWords(row({}), { kim: "Kim Example" })).toBe("Kim Example");
  });

  it("show of a digest its beginning alone", () => {
    const details = { "email.from": "ab".repeat(16), "email.to": "cd".repeat(16) };
    expect(detailWords(row({ details }), {}).more).toBe("Email from abababab…, email to cdcdcdcd…");
  });
});
