// People, their sessions and roles, and sites: admins look after their own site's people, the owner
// after everybody and every site.
import { randomUUID } from "node:crypto";
import { addInvitation } from "@studydesk/db/people/invitation-queries";
import { confirmWaitingKey, saveWaitingKey } from "@studydesk/db/people/second-factor-queries";
import { buildSession } from "@studydesk/db/testing/build-people";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { deactivatePerson } from "../../people/deactivate-person";
import { hashToken } from "../../people/invite-person";
import { makePasswordReset } from "../../people/password-reset";
import { answers, everybodySignedIn, type GridRow, ownerAlone, type Place } from "./grid";

const everybody = { ...everybodySignedIn("ok"), anonymous: "ok" } as const;
const looksAfterPeople = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: { coordinator: "forbidden", investigator: "forbidden", admin: "ok" },
  owner: "ok",
});
const looksAfterThisSitesPeople = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: "not_found",
  owner: "ok",
});
/** Somebody of another site's admin is not there. */
const looksAfterThisPerson = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: { coordinator: "forbidden", investigator: "forbidden", admin: "not_found" },
  owner: "ok",
});
const wrongProof = { password: "not the one that it is" };
const site = {
  name: "Shelbyville Clinic",
  city: "Shelbyville",
  countryCode: "US",
  timeZone: "America/Chicago",
  promiseHours: 24,
};

export const peopleRows: Readonly<Record<string, GridRow>> = {
  "people.me": { call: (caller) => caller.people.me(), outcomes: everybody },
  "people.installation": { call: (caller) => caller.people.installation(), outcomes: everybody },
  "people.setKeys": {
    call: (caller) => caller.people.setKeys({ isOff: false, changes: { j: "n", n: "j" } }),
    outcomes: everybodySignedIn("ok"),
  },
  "people.sessions.list": {
    call: (caller) => caller.people.sessions.list(),
    outcomes: everybodySignedIn("ok"),
  },
  "people.sessions.revoke": {
    call: async (caller, place) =>
      caller.people.sessions.revoke({
        sessionId: await buildSession(place.deps.db, { userId: place.colleague.userId }),
      }),
    outcomes: everybodySignedIn("not_found"),
  },
  "people.sessions.revokeOthers": {
    call: (caller) => caller.people.sessions.revokeOthers(),
    outcomes: everybodySignedIn("ok"),
  },
  "people.changePassword": {
    call: (caller) =>
      caller.people.changePassword({
        currentPassword: "not the one that it is",
        newPassword: "velvet teapot rides north",
      }),
    outcomes: everybodySignedIn("invalid"),
  },
  "people.people": { call: (caller) => caller.people.people(), outcomes: looksAfterPeople },
  "people.removeRole": {
    call: (caller, { siteId, colleague: { userId } }) =>
      caller.people.removeRole({ userId, siteId, role: "coordinator" }),
    outcomes: looksAfterThisSitesPeople,
  },
  "people.deactivate": {
    call: (caller, { colleague: { userId } }) => caller.people.deactivate({ userId }),
    outcomes: looksAfterThisPerson,
  },
  "people.reactivate": {
    call: async (caller, { deps, colleague: { userId } }) => {
      await deactivatePerson(deps, "command", { userId });
      return caller.people.reactivate({ userId });
    },
    outcomes: looksAfterThisPerson,
  },
  "people.resetSecondFactor": {
    call: async (caller, { deps, colleague: { userId } }) => {
      const at = deps.now().toISOString();
      await saveWaitingKey(deps.db, userId, "sealed", at);
      await confirmWaitingKey(deps.db, { userId, waitingKey: "sealed", step: 1, at });
      return caller.people.resetSecondFactor({ userId });
    },
    outcomes: looksAfterThisPerson,
  },
  "people.secondFactor.read": {
    call: (caller) => caller.people.secondFactor.read(),
    outcomes: everybodySignedIn("ok"),
  },
  "people.secondFactor.begin": {
    call: (caller) => caller.people.secondFactor.begin(wrongProof),
    outcomes: everybodySignedIn("invalid"),
  },
  "people.secondFactor.confirm": {
    call: (caller) => caller.people.secondFactor.confirm({ code: "123456" }),
    outcomes: everybodySignedIn("conflict"),
  },
  "people.secondFactor.turnOff": {
    call: (caller) => caller.people.secondFactor.turnOff(wrongProof),
    // Those who have to have one are told so first.
    outcomes: answers({
      coordinator: "invalid",
      investigator: "rule_broken",
      admin: "rule_broken",
      elsewhere: { coordinator: "invalid", investigator: "rule_broken", admin: "rule_broken" },
      owner: "rule_broken",
    }),
  },
  "people.secondFactor.renewCodes": {
    call: (caller) => caller.people.secondFactor.renewCodes(wrongProof),
    outcomes: everybodySignedIn("invalid"),
  },
  "people.openLeads": {
    call: (caller, { colleague: { userId } }) => caller.people.openLeads({ userId }),
    outcomes: looksAfterThisPerson,
  },
  "people.invite": {
    call: (caller, { siteId }) =>
      caller.people.invite({
        email: `${randomUUID().slice(0, 8)}@example.org`,
        siteId,
        role: "coordinator",
      }),
    outcomes: looksAfterThisSitesPeople,
  },
  "people.invitations": {
    call: (caller) => caller.people.invitations(),
    outcomes: looksAfterPeople,
  },
  "people.revokeInvitation": {
    call: async (caller, place) =>
      caller.people.revokeInvitation({ invitationId: (await invitation(place)).id }),
    outcomes: answers({
      coordinator: "not_found",
      investigator: "not_found",
      admin: "ok",
      elsewhere: "not_found",
      owner: "ok",
    }),
  },
  "people.readInvitation": {
    call: async (caller, place) =>
      caller.people.readInvitation({ token: (await invitation(place)).token }),
    outcomes: everybody,
  },
  "people.acceptInvitation": {
    call: async (caller, place) =>
      caller.people.acceptInvitation({
        token: (await invitation(place)).token,
        name: "Kim Example",
        password: "velvet teapot rides north",
      }),
    outcomes: everybody,
  },
  "people.askPasswordReset": {
    call: (caller) =>
      caller.people.askPasswordReset({ email: `${randomUUID().slice(0, 8)}@example.org` }),
    outcomes: everybody,
  },
  "people.readPasswordReset": {
    call: async (caller, { deps, colleague }) =>
      caller.people.readPasswordReset({ token: await resetToken(deps, colleague) }),
    outcomes: everybody,
  },
  "people.setNewPassword": {
    call: async (caller, { deps, colleague }) =>
      caller.people.setNewPassword({
        token: await resetToken(deps, colleague),
        password: "velvet teapot rides north",
      }),
    outcomes: everybody,
  },
  "sites.list": { call: (caller) => caller.sites.list(), outcomes: everybodySignedIn("ok") },
  "sites.create": { call: (caller) => caller.sites.create(site), outcomes: ownerAlone },
  "sites.update": {
    call: (caller, { siteId }) => caller.sites.update({ ...site, siteId, expectedVersion: 1 }),
    outcomes: ownerAlone,
  },
};

async function resetToken(deps: Place["deps"], { userId }: Viewer): Promise<string> {
  const { link } = await makePasswordReset(deps, userId);
  return link.slice(link.indexOf("#") + 1);
}

async function invitation({ deps, siteId }: Place): Promise<{ id: number; token: string }> {
  const token = randomUUID();
  const at = deps.now();
  const id = await addInvitation(deps.db, {
    email: `${token.slice(0, 8)}@example.org`,
    siteId,
    role: "coordinator",
    tokenSha256: hashToken(token),
    invitedBy: null,
    createdAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + 3_600_000).toISOString(),
  });
  return { id, token };
}
