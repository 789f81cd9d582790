// Reports: whoever holds a role at a site reads its own; no other site's, and an owner none by that alone.
import { answers, everybodySignedIn, type GridRow } from "./grid";

const ofTheSite = answers({
  coordinator: "ok",
  investigator: "ok",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});

export const reportRows: Readonly<Record<string, GridRow>> = {
  "reports.lines": { call: (caller) => caller.reports.lines(), outcomes: everybodySignedIn("ok") },
  "reports.recruitment": {
    call: (caller, { siteId }) => caller.reports.recruitment({ siteIds: [siteId] }),
    outcomes: ofTheSite,
  },
  "reports.failures": {
    call: (caller, { siteId }) => caller.reports.failures({ siteIds: [siteId] }),
    outcomes: ofTheSite,
  },
  "reports.screeningLog": {
    call: (caller, { siteId }) => caller.reports.screeningLog({ siteIds: [siteId] }),
    outcomes: ofTheSite,
  },
  "reports.consort": {
    call: (caller, { siteId }) => caller.reports.consort({ siteIds: [siteId] }),
    outcomes: ofTheSite,
  },
};
