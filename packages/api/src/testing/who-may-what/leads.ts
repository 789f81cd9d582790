// Leads, and the live stream: the site's people see, coordinators and admins work.
import { answers, everybodySignedIn, type GridRow } from "./grid";

const seesLead = answers({
  coordinator: "ok",
  investigator: "ok",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});
const worksOnLead = answers({
  coordinator: "ok",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});
const list = { filters: {}, sort: "arrived", descending: true, limit: 50 } as const;

export const leadRows: Readonly<Record<string, GridRow>> = {
  "leads.list": { call: (caller) => caller.leads.list(list), outcomes: everybodySignedIn("ok") },
  "leads.count": {
    call: (caller) => caller.leads.count({ filters: {} }),
    outcomes: everybodySignedIn("ok"),
  },
  "leads.find": {
    call: (caller) => caller.leads.find({ text: "voss" }),
    outcomes: everybodySignedIn("ok"),
  },
  "leads.counts": { call: (caller) => caller.leads.counts(), outcomes: everybodySignedIn("ok") },
  "leads.get": {
    call: (caller, { lead }) => caller.leads.get({ leadId: lead.id }),
    outcomes: seesLead,
  },
  "leads.add": {
    call: (caller, { siteId, studyId }) =>
      caller.leads.add({
        siteId,
        studyId,
        firstName: "Nadia",
        lastName: "Quill",
        phone: "+1 312 555 0177",
        consentGiven: true,
      }),
    outcomes: worksOnLead,
  },
  "leads.consentText": {
    call: (caller, { studyId }) => caller.leads.consentText({ studyId, language: "es" }),
    outcomes: { ...seesLead, owner: "ok" },
  },
  "leads.timeline": {
    call: (caller, { lead }) => caller.leads.timeline({ leadId: lead.id }),
    outcomes: seesLead,
  },
  "leads.assignees": {
    call: (caller, { siteId }) => caller.leads.assignees({ siteId }),
    outcomes: seesLead,
  },
  "leads.changeStatus": {
    call: (caller, { lead }) =>
      caller.leads.changeStatus({ leadId: lead.id, to: "contacting", expectedVersion: 1 }),
    outcomes: worksOnLead,
  },
  "leads.moveChoices": {
    call: (caller, { lead }) => caller.leads.moveChoices({ leadId: lead.id }),
    outcomes: seesLead,
  },
  "leads.setScreeningNumber": {
    call: async (caller, { deps, lead }) => {
      await deps.db
        .updateTable("leads")
        .set({ status: "in_screening" })
        .where("id", "=", lead.id)
        .execute();
      const number = { leadId: lead.id, screeningNumber: `S-${lead.id}`, expectedVersion: 1 };
      return caller.leads.setScreeningNumber(number);
    },
    outcomes: worksOnLead,
  },
  "leads.logContact": {
    call: (caller, { lead }) =>
      caller.leads.logContact({
        leadId: lead.id,
        channel: "phone",
        outcome: "no_answer",
        expectedVersion: 1,
      }),
    outcomes: worksOnLead,
  },
  "leads.setFollowUp": {
    call: (caller, { lead }) =>
      caller.leads.setFollowUp({
        leadId: lead.id,
        at: "2026-09-03T09:00:00Z",
        expectedVersion: 1,
      }),
    outcomes: worksOnLead,
  },
  "leads.assign": {
    call: (caller, { lead, colleague }) =>
      caller.leads.assign({ leadId: lead.id, ownerId: colleague.userId, expectedVersion: 1 }),
    outcomes: worksOnLead,
  },
  "live.events": {
    call: async (caller) => {
      const events = await caller.live.events({});
      await events[Symbol.asyncIterator]().next();
    },
    outcomes: everybodySignedIn("ok"),
  },
};
