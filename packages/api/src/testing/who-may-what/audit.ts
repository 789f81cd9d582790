// The audit trail: whoever answers for a site, each for their own, and the owner.
import { answers, type GridRow } from "./grid";

const answersForSites = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: { coordinator: "forbidden", investigator: "forbidden", admin: "ok" },
  owner: "ok",
});

export const auditRows: Readonly<Record<string, GridRow>> = {
  "audit.list": {
    call: (caller, { siteId }) => caller.audit.list({ siteId }),
    outcomes: answersForSites,
  },
  "audit.choices": { call: (caller) => caller.audit.choices(), outcomes: answersForSites },
  "audit.state": { call: (caller) => caller.audit.state(), outcomes: answersForSites },
  "audit.check": { call: (caller) => caller.audit.check(), outcomes: answersForSites },
};
