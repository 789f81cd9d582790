// Who has a lead open, and what the panel asks besides the lead itself.
import { answers, everybodySignedIn, type GridRow } from "./grid";

const seesLead = answers({
  coordinator: "ok",
  investigator: "ok",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});

export const presenceRows: Readonly<Record<string, GridRow>> = {
  "presence.list": {
    call: (caller) => caller.presence.list(),
    outcomes: everybodySignedIn("ok"),
  },
  "presence.beat": {
    call: (caller, { lead }) => caller.presence.beat({ leadId: lead.id, what: "looking" }),
    outcomes: seesLead,
  },
  "presence.leave": {
    call: (caller, { lead }) => caller.presence.leave({ leadId: lead.id }),
    outcomes: { ...everybodySignedIn("ok"), anonymous: "ok" },
  },
  "leads.changesSince": {
    call: (caller, { lead }) => caller.leads.changesSince({ leadId: lead.id, version: 1 }),
    outcomes: seesLead,
  },
  "leads.ofSamePerson": {
    call: (caller, { lead }) => caller.leads.ofSamePerson({ leadId: lead.id }),
    outcomes: seesLead,
  },
  "leads.edit": {
    call: (caller, { lead }) =>
      caller.leads.edit({ leadId: lead.id, fields: { birthYear: { from: "", to: "1968" } } }),
    outcomes: answers({
      coordinator: "ok",
      investigator: "forbidden",
      admin: "ok",
      elsewhere: "not_found",
      owner: "not_found",
    }),
  },
};
