// A person's own data: the admins of the lead's site answer for it, nobody else.
import { answers, type GridRow } from "./grid";

const servesDataRights = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});

export const retentionRows: Readonly<Record<string, GridRow>> = {
  "retention.erasure": {
    call: (caller, { lead }) => caller.retention.erasure({ leadId: lead.id }),
    outcomes: servesDataRights,
  },
  "retention.erase": {
    call: (caller, { lead }) =>
      caller.retention.erase({
        leadId: lead.id,
        reason: "asked_by_letter",
        typedNumber: lead.id,
        expectedVersion: 1,
      }),
    outcomes: servesDataRights,
  },
};
