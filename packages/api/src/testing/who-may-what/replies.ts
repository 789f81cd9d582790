// Who may handle answers from outside: everybody their own, and nobody another's.
import { createRequestInput } from "@studydesk/domain/shares/reply-inputs";
import { createRequest } from "../../shares/create-request";
import { registerReplyKey } from "../../shares/register-reply-key";
import { publicKeyForTest, sealedReplyForTest, sealedRequestForTest } from "../build-reply";
import { randomText } from "../build-share";
import { answers, everybodySignedIn, type GridRow, type Place } from "./grid";

export const replyRows: Readonly<Record<string, GridRow>> = {
  "shares.registerReplyKey": {
    call: (caller) =>
      caller.shares.registerReplyKey({ publicKey: publicKeyForTest(), browser: "Firefox" }),
    outcomes: everybodySignedIn("ok"),
  },
  "shares.received": {
    call: (caller) => caller.shares.received({}),
    outcomes: everybodySignedIn("ok"),
  },
  "shares.receivedCount": {
    call: (caller) => caller.shares.receivedCount(),
    outcomes: everybodySignedIn("ok"),
  },
  "shares.deleteReceived": {
    call: async (caller, place) =>
      caller.shares.deleteReceived({ receivedId: await receivedByColleague(place) }),
    outcomes: everybodySignedIn("not_found"),
  },
  "notes.keepReceived": {
    call: async (caller, place) =>
      caller.notes.keepReceived({ receivedId: await receivedByColleague(place), body: "Read." }),
    outcomes: everybodySignedIn("not_found"),
  },
  "shares.createRequest": {
    call: async (caller, { deps, viewer, lead }) => {
      const publicKey = publicKeyForTest();
      if (viewer) await registerReplyKey(deps, viewer, { publicKey, browser: "Firefox" });
      const home = { leadId: lead.id };
      return caller.shares.createRequest({ ...sealedRequestForTest([publicKey]), home });
    },
    outcomes: answers({
      coordinator: "ok",
      investigator: "ok",
      admin: "ok",
      elsewhere: "not_found",
      owner: "not_found",
    }),
  },
  "shares.requests": {
    call: (caller) => caller.shares.requests({}),
    outcomes: everybodySignedIn("ok"),
  },
  "shares.revokeRequest": {
    call: async (caller, place) =>
      caller.shares.revokeRequest({ requestId: await requestOfColleague(place) }),
    outcomes: everybodySignedIn("not_found"),
  },
  "shares.requestsAtSites": {
    call: (caller) => caller.shares.requestsAtSites({}),
    outcomes: adminsOfAnySite("ok"),
  },
  "shares.revokeRequestAtSite": {
    call: async (caller, place) =>
      caller.shares.revokeRequestAtSite({ requestId: await requestOfColleague(place) }),
    outcomes: adminsOfAnySite("not_found"),
  },
};

/** The installation's owner sees no lead by that alone, so nothing that is shared or asked about one either. */
export function adminsOfAnySite(elsewhere: "ok" | "not_found") {
  return answers({
    coordinator: "forbidden",
    investigator: "forbidden",
    admin: "ok",
    elsewhere: { coordinator: "forbidden", investigator: "forbidden", admin: elsewhere },
    owner: "forbidden",
  });
}

async function requestOfColleague({ deps, colleague, lead }: Place): Promise<number> {
  const publicKey = publicKeyForTest();
  await registerReplyKey(deps, colleague, { publicKey, browser: "Firefox" });
  const sealed = sealedRequestForTest([publicKey]);
  const input = createRequestInput.parse({ ...sealed, home: { leadId: lead.id } });
  return (await createRequest(deps, colleague, input)).id;
}

async function receivedByColleague(place: Place): Promise<number> {
  const { deps, colleague, lead } = place;
  const { id } = await deps.db
    .insertInto("receivedNotes")
    .values({
      ...{ ownerId: colleague.userId, leadId: lead.id, studyId: null, shareId: null },
      requestId: await requestOfColleague(place),
      nonceSha256: randomText(32),
      sealed: sealedReplyForTest(),
      receivedAt: "2026-09-01T12:00:00.000Z",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
