// Studies, shares of notes, and the outbox.
import { buildMail } from "@studydesk/db/testing/build-mail";
import { buildSite } from "@studydesk/db/testing/build-people";
import { createShareInput } from "@studydesk/domain/shares/share-inputs";
import { createShare } from "../../shares/create-share";
import { memoForTest, sealedForTest } from "../build-share";
import {
  answers,
  everybodySignedIn,
  type GridRow,
  ownerAlone,
  type Place,
  seesStudy,
} from "./grid";
import { adminsOfAnySite, replyRows } from "./replies";

const fileText = JSON.stringify({
  protocolSection: {
    identificationModule: { nctId: "NCT99000077", briefTitle: "A made-up study" },
    statusModule: { overallStatus: "RECRUITING" },
  },
});
const seesMail = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: { coordinator: "forbidden", investigator: "forbidden", admin: "ok" },
  owner: "ok",
});
const seesThisMail = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: { coordinator: "forbidden", investigator: "forbidden", admin: "not_found" },
  owner: "ok",
});

export const studyRows: Readonly<Record<string, GridRow>> = {
  "studies.list": { call: (caller) => caller.studies.list(), outcomes: everybodySignedIn("ok") },
  "studies.get": {
    call: (caller, { studyId }) => caller.studies.get({ studyId }),
    outcomes: seesStudy,
  },
  "studies.previewImport": {
    call: (caller) => caller.studies.previewImport({ fileText }),
    outcomes: ownerAlone,
  },
  "studies.import": {
    call: (caller) => caller.studies.import({ fileText }),
    outcomes: ownerAlone,
  },
  "studies.linkSite": {
    call: async (caller, { deps, studyId }) => {
      const { id: siteId } = await buildSite(deps.db);
      return caller.studies.linkSite({ studyId, siteId, locationId: null });
    },
    outcomes: ownerAlone,
  },
  "studies.setRecruiting": {
    call: (caller, { studySiteId }) =>
      caller.studies.setRecruiting({ studySiteId, status: "paused", expectedVersion: 1 }),
    outcomes: answers({
      coordinator: "forbidden",
      investigator: "forbidden",
      admin: "ok",
      elsewhere: "not_found",
      owner: "ok",
    }),
  },
  "shares.create": {
    call: (caller, { lead }) => caller.shares.create(sealedFor(lead.id)),
    outcomes: answers({
      coordinator: "ok",
      investigator: "ok",
      admin: "ok",
      elsewhere: "not_found",
      owner: "not_found",
    }),
  },
  "shares.list": { call: (caller) => caller.shares.list({}), outcomes: everybodySignedIn("ok") },
  "shares.notesOf": {
    call: async (caller, place) =>
      caller.shares.notesOf({ shareId: await shareOfColleague(place) }),
    outcomes: everybodySignedIn("not_found"),
  },
  "shares.revoke": {
    call: async (caller, place) => caller.shares.revoke({ shareId: await shareOfColleague(place) }),
    outcomes: everybodySignedIn("not_found"),
  },
  "shares.extend": {
    call: async (caller, place) =>
      caller.shares.extend({
        shareId: await shareOfColleague(place),
        expiresInDays: 30,
        maxViews: 50,
      }),
    outcomes: everybodySignedIn("not_found"),
  },
  "shares.atSites": {
    call: (caller) => caller.shares.atSites({}),
    outcomes: adminsOfAnySite("ok"),
  },
  "shares.revokeAtSite": {
    call: async (caller, place) =>
      caller.shares.revokeAtSite({ shareId: await shareOfColleague(place) }),
    outcomes: adminsOfAnySite("not_found"),
  },
  ...replyRows,
  "outbox.list": { call: (caller) => caller.outbox.list({}), outcomes: seesMail },
  "outbox.summary": { call: (caller) => caller.outbox.summary(), outcomes: seesMail },
  "outbox.get": {
    call: async (caller, place) => caller.outbox.get({ mailId: await failedMail(place) }),
    outcomes: seesThisMail,
  },
  "outbox.retry": {
    call: async (caller, place) => caller.outbox.retry({ mailId: await failedMail(place) }),
    outcomes: seesThisMail,
  },
};

function sealedFor(leadId: number) {
  return { ...sealedForTest(), home: { leadId }, memo: memoForTest };
}

async function shareOfColleague({ deps, colleague, lead }: Place): Promise<number> {
  const share = await createShare(deps, colleague, createShareInput.parse(sealedFor(lead.id)));
  return share.id;
}

async function failedMail({ deps, siteId, lead }: Place): Promise<number> {
  const id = await buildMail(deps.db, { siteId, leadId: lead.id });
  await deps.db.updateTable("outbox").set({ status: "failed" }).where("id", "=", id).execute();
  return id;
}
