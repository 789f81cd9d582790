import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { DomainError } from "@studydesk/domain/errors";
import { expect, it } from "vitest";
import { refuseNul } from "./refuse-nul";
import { buildCaller } from "./testing/build-caller";
import { buildDesk, refusalOf } from "./testing/build-desk";

it("finds a NUL wherever it stands, and nothing where there is none", () => {
  for (const sent of ["a\0", ["a", ["\0b"]], { a: { b: [{ c: "x\0y" }] } }]) {
    expect(() => refuseNul(sent)).toThrow(DomainError);
  }
  for (const sent of [undefined, null, 0, "", "\\u0000", { a: ["\n", 1, null, true] }]) {
    expect(() => refuseNul(sent)).not.toThrow();
  }
});

it("looks through what is nested deeper than a stack reaches", () => {
  const deep: unknown = JSON.parse(`${"[".repeat(100_000)}"\\u0000"${"]".repeat(100_000)}`);
  expect(() => refuseNul(deep)).toThrow(DomainError);
});

describeOnEveryEngine("procedures", (openTestDatabase) => {
  it("refuse as invalid what one engine would choke on: NUL, numbers beyond a column, long lists", async () => {
    const { deps, kim, lead, siteId } = await buildDesk((await openTestDatabase()).db);
    const { leads, notes, outbox, people, shares, studies } = buildCaller(deps, kim);
    const beyond = 2 ** 31;
    const at = "2026-09-03T09:00:00Z";
    const named = { leadId: lead.id, expectedVersion: 1 };
    const cursorOf = (...parts: unknown[]) =>
      Buffer.from(JSON.stringify(parts)).toString("base64url");
    const calls = [
      () => leads.setFollowUp({ ...named, at, note: "a\0b" }),
      () => leads.list({ filters: { ownerIds: ["\0"] } }),
      () => leads.list({ filters: { languages: ["e\0"] } }),
      () => leads.list({ filters: { siteIds: [beyond] } }),
      () =>
        leads.list({ filters: { studyIds: Array.from({ length: 201 }, (_, index) => index + 1) } }),
      () => leads.list({ sort: "status", cursor: cursorOf("status", true, 1, "x") }),
      () => leads.list({ sort: "arrived", cursor: cursorOf("arrived", true, 1, "\0") }),
      () => leads.list({ sort: "arrived", cursor: cursorOf("arrived", true, 1, 5) }),
      () => leads.list({ sort: "arrived", cursor: cursorOf("arrived", true, beyond, at) }),
      () => leads.get({ leadId: beyond }),
      () => leads.assignees({ siteId: beyond }),
      () => leads.next({ skipLeadIds: [beyond] }),
      () => leads.changeStatus({ ...named, to: "contacting", expectedVersion: beyond }),
      () => notes.list({ leadId: beyond }),
      () => notes.delete({ noteId: beyond, expectedVersion: 1 }),
      () => outbox.get({ mailId: beyond }),
      () => people.sessions.revoke({ sessionId: "\0" }),
      () => people.removeRole({ userId: "\0", siteId, role: "admin" }),
      () => people.revokeInvitation({ invitationId: beyond }),
      () => shares.revoke({ shareId: beyond }),
      () => studies.get({ studyId: beyond }),
    ];
    for (const call of calls) expect(await refusalOf(call())).toMatchObject({ code: "invalid" });
  });
});
