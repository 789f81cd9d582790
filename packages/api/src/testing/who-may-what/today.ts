// Today's queue and Home: whoever works on leads; to others the queue is empty.
import { answers, everybodySignedIn, type GridRow } from "./grid";

const ok = everybodySignedIn("ok");

export const todayRows: Readonly<Record<string, GridRow>> = {
  "leads.next": { call: (caller) => caller.leads.next({}), outcomes: ok },
  "leads.queue": { call: (caller) => caller.leads.queue({}), outcomes: ok },
  // A lead that is none of theirs is passed over, not held.
  "leads.hold": {
    call: (caller, { lead }) => caller.leads.hold({ leadIds: [lead.id] }),
    outcomes: ok,
  },
  "home.read": {
    call: (caller, { siteId }) => caller.home.read({ siteId }),
    outcomes: answers({
      coordinator: "ok",
      investigator: "ok",
      admin: "ok",
      elsewhere: "not_found",
      owner: "not_found",
    }),
  },
  "leads.letGo": { call: (caller) => caller.leads.letGo({}), outcomes: ok },
  "leads.bringBack": {
    call: (caller, { lead }) => caller.leads.bringBack({ leadIds: [lead.id] }),
    outcomes: ok,
  },
  "leads.skip": {
    call: (caller, { lead }) =>
      caller.leads.skip({ leadId: lead.id, reason: "waiting", expectedVersion: 1 }),
    outcomes: answers({
      coordinator: "ok",
      investigator: "forbidden",
      admin: "ok",
      elsewhere: "not_found",
      owner: "not_found",
    }),
  },
};
